package tranche.portal.session.domain;

import tranche.values.decision.Refusal;

/** Why a browser's request is turned away although somebody is signed in. */
public enum SessionRefusal implements Refusal {
    /** It was not sent by a page of this portal. */
    CSRF_REFUSED
}
