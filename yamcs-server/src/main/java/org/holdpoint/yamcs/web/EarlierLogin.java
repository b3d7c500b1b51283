package org.holdpoint.yamcs.web;

import org.jspecify.annotations.Nullable;
import org.yamcs.Spec;
import org.yamcs.YConfiguration;
import org.yamcs.YamcsServer;
import org.yamcs.http.auth.JwtHelper.JwtDecodeException;
import org.yamcs.http.auth.JwtToken;
import org.yamcs.security.AuthModule;
import org.yamcs.security.AuthenticationException;
import org.yamcs.security.AuthenticationInfo;
import org.yamcs.security.AuthenticationToken;
import org.yamcs.security.AuthorizationInfo;
import org.yamcs.security.ThirdPartyAuthorizationCode;

/**
 * Lets a page that was logged in go on when its server was killed and came back. Yamcs holds the
 * logins in memory only; but the key that signs its access tokens is kept with the archive. So an
 * access token that an earlier process of this server signed, and that has not expired, is accepted
 * in place of a password, as an authorization code. The roles come from the other modules, which
 * refuse whoever has no account any more.
 */
public final class EarlierLogin implements AuthModule {
  /** Characters of a token; ours have some 180. */
  private static final int LONGEST_TOKEN = 2000;

  @Override
  public Spec getSpec() {
    return new Spec();
  }

  @Override
  public void init(YConfiguration args) {
    // nothing to configure: the key is the server's
  }

  @Override
  public @Nullable AuthenticationInfo getAuthenticationInfo(AuthenticationToken token)
      throws AuthenticationException {
    if (!(token instanceof ThirdPartyAuthorizationCode code)) {
      return null;
    }
    String text = code.getPrincipal();
    if (text.length() > LONGEST_TOKEN) {
      throw new AuthenticationException("not an access token");
    }
    try {
      JwtToken login = new JwtToken(text, YamcsServer.getServer().getSecretKey());
      if (login.isExpired()) {
        throw new AuthenticationException("the earlier login is over");
      }
      return new AuthenticationInfo(this, login.getSubject());
    } catch (JwtDecodeException e) {
      throw new AuthenticationException("not an access token of this server", e);
    }
  }

  @Override
  public @Nullable AuthorizationInfo getAuthorizationInfo(AuthenticationInfo authenticationInfo) {
    return null;
  }

  @Override
  public boolean verifyValidity(AuthenticationInfo authenticationInfo) {
    return true;
  }
}
