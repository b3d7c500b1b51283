package org.holdpoint.dictionary.command;

/**
 * A telecommand of the chaser. Every command except safing, authority requests and the standard
 * connection test carries the authority epoch as its first argument: a TC[17,1] has no application
 * data by ECSS-E-ST-70-41C, and must work before any session holds a token.
 */
public sealed interface ChaserCommand
    permits AreYouAlive,
        ReportHousekeeping,
        EnableHousekeeping,
        DisableHousekeeping,
        EnableEvent,
        DisableEvent,
        RequestAuthority,
        Go,
        PlanBegin,
        PlanLeg,
        PlanCommit,
        TransferTo,
        SetPointing,
        ReinitialiseNavigation,
        SetThruster,
        SetSensor,
        SafeMode,
        ContactPlan,
        Hold,
        Retreat,
        Escape,
        Abort,
        Resume {}
