package tranche.launcher.up;

import java.util.Map;
import tranche.engines.Ports;
import tranche.launcher.CannotRun;

/** The ports of an all-in-one: the portal's, and the others at fixed offsets from it. */
record PortPlan(int portal) {

    private static final int COMMITMENTS = 1;
    private static final int MILESTONES = 2;
    private static final int NOTIFICATIONS = 3;
    private static final int REGISTRY = 5;
    private static final int MAILBOX = 6;
    private static final int BROKER = 12;
    private static final int CONTROLLER = 13;
    private static final int REGISTRY_MANAGEMENT = 15;
    private static final int MAILBOX_SMTP = 16;
    private static final int POSTGRES = 33;
    private static final int LAST = 65_535;

    PortPlan {
        if (portal < 1 || portal + POSTGRES > LAST) {
            throw new CannotRun("--port " + portal + " leaves no room: it and the " + POSTGRES
                    + " ports above it must lie between 1 and " + LAST + ".");
        }
    }

    int commitments() {
        return portal + COMMITMENTS;
    }

    int milestones() {
        return portal + MILESTONES;
    }

    int notifications() {
        return portal + NOTIFICATIONS;
    }

    int registry() {
        return portal + REGISTRY;
    }

    int registryManagement() {
        return portal + REGISTRY_MANAGEMENT;
    }

    /** Where the mailbox is read. */
    int mailbox() {
        return portal + MAILBOX;
    }

    /** Where mails come in. */
    int mailboxSmtp() {
        return portal + MAILBOX_SMTP;
    }

    int broker() {
        return portal + BROKER;
    }

    int controller() {
        return portal + CONTROLLER;
    }

    int postgres() {
        return portal + POSTGRES;
    }

    /**
     * Looks before anything is started.
     *
     * @param host the address that all of them shall listen on
     * @param wanted ports by what they are for
     * @throws CannotRun naming the port that is taken and what it is for
     */
    static void requireFree(String host, Map<String, Integer> wanted) {
        wanted.forEach((name, port) -> {
            if (!Ports.isFree(host, port)) {
                throw new CannotRun("port " + port + ", for " + name + ", is in use. Stop what uses it, or start with"
                        + " --port N: everything else follows at fixed offsets from N.");
            }
        });
    }
}
