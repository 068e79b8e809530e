package tranche.portal.frontdoor.domain;

import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;

/** In whose name a service is asked for what is open to everybody: somebody without a right, who is not the product either. */
public final class Nobody {

    public static final Actor ACTOR = new Actor(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            Access.NONE);

    private Nobody() {}
}
