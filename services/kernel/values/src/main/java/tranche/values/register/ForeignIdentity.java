package tranche.values.register;

/**
 * What an object is called in the system that it comes from; unique for each collection.
 *
 * @param sourceSystem for instance {@code crm}, 1 to 100 characters
 * @param externalRef the object's name there, 1 to 200 characters
 */
public record ForeignIdentity(String sourceSystem, String externalRef) implements Comparable<ForeignIdentity> {

    public static final int LONGEST_SOURCE_SYSTEM = 100;
    public static final int LONGEST_EXTERNAL_REF = 200;

    public ForeignIdentity {
        if (sourceSystem.isEmpty()
                || sourceSystem.length() > LONGEST_SOURCE_SYSTEM
                || externalRef.isEmpty()
                || externalRef.length() > LONGEST_EXTERNAL_REF) {
            throw new IllegalArgumentException("a source system or an external reference of no or too many characters");
        }
    }

    @Override
    public int compareTo(ForeignIdentity other) {
        int bySystem = sourceSystem.compareTo(other.sourceSystem);
        return bySystem != 0 ? bySystem : externalRef.compareTo(other.externalRef);
    }
}
