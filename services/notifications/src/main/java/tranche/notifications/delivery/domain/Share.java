package tranche.notifications.delivery.domain;

/**
 * How much may be under way to one target at a time: it grows by one with each quick success and halves with each failure and
 * each slow answer, so that a target that hangs holds next to nothing and a healthy one is soon used to the full.
 *
 * @param most sends at a time, from 1 to {@value #MOST}
 */
public record Share(int most) {

    /** What one target takes at most, however fast it is. */
    public static final int MOST = 32;

    /** What nothing is known of begins with a few. */
    public static final Share FIRST = new Share(4);

    public Share {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("a share of " + most);
        }
    }

    /** After an attempt that went well, and quickly. */
    public Share wider() {
        return new Share(Math.min(MOST, most + 1));
    }

    /** After an attempt that failed, or was slow. */
    public Share narrower() {
        return new Share(Math.max(1, most / 2));
    }

    /** Whether the target is to be taken for slow, until it has shown otherwise. */
    public boolean isSlow() {
        return most == 1;
    }
}
