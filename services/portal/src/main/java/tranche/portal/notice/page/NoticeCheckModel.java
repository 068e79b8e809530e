package tranche.portal.notice.page;

import java.util.Locale;
import java.util.Optional;
import tranche.portal.frame.page.Frame;

/**
 * The check of a notice ({@code notice/verify.jte}).
 *
 * @param hash of the file that was checked; empty where none was yet
 */
public record NoticeCheckModel(Frame frame, Optional<String> hash, Answer answer) {

    /** What is said of a file. */
    public enum Finding {
        /** Nothing was asked yet. */
        ASKED,
        GENUINE,
        /** Ours, and not to be paid any more. */
        WITHDRAWN,
        /** Not ours, or changed. */
        UNKNOWN,
        /** No file was chosen. */
        NO_FILE,
        /** Nobody knows yet: it may be asked again. */
        AWAY
    }

    /**
     * The finding, with what stands on the notice.
     *
     * @param fingerprint of the paying account; empty where it says that instructions follow
     * @param before how many earlier notices to the same investor have the same fingerprint
     * @param replaced the account that held before; empty where there was none
     */
    public record Answer(
            Finding finding,
            Optional<String> issued,
            Optional<String> withdrawn,
            Optional<String> fingerprint,
            Optional<Long> before,
            Optional<Replaced> replaced) {

        static Answer asked() {
            return of(Finding.ASKED);
        }

        static Answer of(Finding finding) {
            return new Answer(
                    finding, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** An account in whose place another stepped. */
    public record Replaced(String fingerprint, String until) {}

    /** The tone of the answer: good, or not to be paid. */
    public String tone() {
        return switch (answer.finding()) {
            case GENUINE -> "ok";
            case WITHDRAWN, NO_FILE, AWAY -> "warn";
            case UNKNOWN -> "bad";
            case ASKED -> "info";
        };
    }

    /** The icon of the answer. */
    public String icon() {
        return switch (answer.finding()) {
            case GENUINE -> "shield-check";
            case WITHDRAWN, NO_FILE, AWAY -> "alert-triangle";
            case UNKNOWN -> "ban";
            case ASKED -> "info-circle";
        };
    }

    public boolean isAnswered() {
        return answer.finding() != Finding.ASKED;
    }

    /** What is said of the file, in a few words. */
    public String title() {
        return frame.say("verify." + code());
    }

    /** And what is to be done. */
    public String sentence() {
        return frame.words()
                .texts()
                .say(
                        "verify." + code() + ".lede",
                        "issued",
                        answer.issued().orElse(""),
                        "withdrawn",
                        answer.withdrawn().orElse(""));
    }

    /** The paying account that stands on it, and whether it is the usual one. */
    public Optional<String> account() {
        return answer.fingerprint()
                .map(fingerprint -> frame.words()
                        .texts()
                        .say(
                                "verify.account",
                                "fingerprint",
                                fingerprint,
                                "before",
                                answer.before().orElse(0L)));
    }

    /** That the paying account is not the one of before: a changed one is never shown without the old one and the day. */
    public Optional<String> change() {
        String key = answer.finding() == Finding.GENUINE ? "verify.changed" : "verify.changed.before";
        return answer.replaced()
                .map(old -> frame.words().texts().say(key, "day", old.until(), "old", old.fingerprint()));
    }

    private String code() {
        return answer.finding().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
