package tranche.portal.mail.page;

import tranche.portal.frame.page.Frame;

/**
 * The page behind a link of a mail ({@code mail/link.jte}). Its form posts to its own address.
 *
 * @param words the beginning of its words' keys
 * @param stage what has been done
 */
public record MailLinkModel(Frame frame, String words, Stage stage) {

    /** How far it has come. */
    public enum Stage {
        /** The button waits. */
        ASKED,
        DONE,
        /** The link opens nothing any more. */
        GONE,
        /** Nobody knows yet: the button waits again. */
        AWAY
    }

    /** The sentence of this stage. */
    public String say(String part) {
        return frame.say("mail." + words + "." + part);
    }

    public boolean waits() {
        return stage == Stage.ASKED || stage == Stage.AWAY;
    }
}
