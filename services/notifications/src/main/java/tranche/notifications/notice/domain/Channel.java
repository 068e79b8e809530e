package tranche.notifications.notice.domain;

/** A way in which a recipient is told (the catalogue's column <i>ch</i>). */
public enum Channel {
    /** The inbox of the portal and its stream. */
    PORTAL('P'),
    EMAIL('E'),
    WEBHOOK('W');

    private final char letter;

    Channel(char letter) {
        this.letter = letter;
    }

    /** Whether what is told by it leaves the house. */
    public boolean isSent() {
        return this != PORTAL;
    }

    /** Its letter in the catalogue. */
    char letter() {
        return letter;
    }
}
