package tranche.launcher.up;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.launcher.CannotRun;

/** Where a mail host takes mail. */
record MailHostAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,253}):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /**
     * The address of {@code HOST:PORT}.
     *
     * @throws CannotRun where the text is none
     */
    static MailHostAddress of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int port = Integer.parseInt(form.group(2));
            if (port >= 1 && port <= LAST_PORT) {
                return new MailHostAddress(form.group(1), port);
            }
        }
        throw new CannotRun("--smtp takes HOST:PORT, for instance mail.example.org:587.");
    }
}
