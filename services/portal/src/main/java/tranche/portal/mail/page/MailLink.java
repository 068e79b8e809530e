package tranche.portal.mail.page;

import tranche.world.ids.Ids;

/** What a link in a mail lets its reader do without sign-in: these two things and nothing else. */
enum MailLink {
    CONFIRM("confirm", "/recipients/confirmation"),
    UNSUBSCRIBE("unsubscribe", "/recipients/unsubscription");

    private final String path;
    private final String command;

    MailLink(String path, String command) {
        this.path = path;
        this.command = command;
    }

    /** The first part of its page's address, and of the keys of its words. */
    String path() {
        return path;
    }

    /** What is sent to the service of notifications, with the link's token. */
    String command() {
        return command;
    }

    /**
     * The idempotency key of a press of its button. An address is confirmed once, and whoever presses again is told what came
     * of it. Mail that was turned off may have been asked for anew, and then the old link turns it off as well as any other.
     */
    String once(String token, Ids ids) {
        return switch (this) {
            case CONFIRM -> Ids.ofCause("mail-link:" + token).toString();
            case UNSUBSCRIBE -> ids.next().toString();
        };
    }
}
