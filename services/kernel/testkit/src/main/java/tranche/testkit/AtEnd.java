package tranche.testkit;

/**
 * What all test classes of a JVM share and nobody closes before the JVM ends: a class is not told whether it is the last,
 * and with several JVMs side by side each class is a run of its own.
 */
public final class AtEnd {

    private AtEnd() {}

    /**
     * Has something closed when the JVM ends, before what was started earlier.
     *
     * @return the same
     */
    public static <T extends AutoCloseable> T close(T shared) {
        TestFolder.atEnd(() -> {
            try {
                shared.close();
            } catch (Exception failed) {
                throw new IllegalStateException(shared + " did not close", failed);
            }
        });
        return shared;
    }
}
