package tranche.launcher.demo.load;

/** A step that was not done, told so that a person can see why. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
