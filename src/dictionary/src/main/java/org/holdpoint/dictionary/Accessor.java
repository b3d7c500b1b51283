package org.holdpoint.dictionary;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * Reads one component of a record, bound once as a small class of its own: a method handle in a
 * field costs some thirty nanoseconds at each call, this some three. Of the kinds only the one that
 * fits the component's type is ever called.
 */
public interface Accessor {
  /** A component of type double. */
  @FunctionalInterface
  interface OfReal {
    double of(Object row);
  }

  /** A component of type int. */
  @FunctionalInterface
  interface OfInt {
    int of(Object row);
  }

  /** A component of type long, or what is told as one. */
  @FunctionalInterface
  interface OfWhole {
    long of(Object row);
  }

  /** A component of type boolean. */
  @FunctionalInterface
  interface OfFlag {
    boolean of(Object row);
  }

  /** Any other component. */
  @FunctionalInterface
  interface OfObject {
    Object of(Object row);
  }

  /** The getter as one of the interfaces above. */
  static <T> T bind(Class<T> kind, Class<?> result, Method getter) {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(getter.getDeclaringClass(), MethodHandles.lookup());
      MethodHandle handle = lookup.unreflect(getter);
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup,
              "of",
              MethodType.methodType(kind),
              MethodType.methodType(result, Object.class),
              handle,
              MethodType.methodType(
                  result.isPrimitive() ? result : handle.type().returnType(),
                  getter.getDeclaringClass()));
      return kind.cast(site.getTarget().invoke());
    } catch (IllegalAccessException | LambdaConversionException e) {
      throw new IllegalStateException("cannot read " + getter, e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot bind " + getter, e);
    }
  }
}
