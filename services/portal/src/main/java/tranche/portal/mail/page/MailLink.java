package tranche.portal.mail.page;

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
}
