package tranche.launcher.demo;

import java.util.List;

/**
 * A milestone of a sample site: made up, as all of the sample is.
 *
 * @param site at which it is, and with {@code name} what it is known by
 * @param kind in the product's words
 * @param days working days that it takes once what it follows is done
 * @param follows milestones of whatever site
 * @param tale how far it has come
 */
record SampleWork(String site, String name, String kind, int days, List<String> follows, Tale tale) {

    SampleWork {
        follows = List.copyOf(follows);
    }

    /** How far a milestone has come on the day on which the sample is brought in. */
    sealed interface Tale {

        /** Nothing has begun. */
        record Ahead() implements Tale {}

        /** Work has begun, and now takes so many working days longer than was said. */
        record Late(int days, String reason) implements Tale {}

        /** The site says that it is reached, and shows it: a verifier may decide. */
        record Claimed(int daysAgo, List<SampleProof> proofs) implements Tale {}

        /** It was reached so many days ago, and confirmed. */
        record Reached(int daysAgo, List<SampleProof> proofs, String statement) implements Tale {}

        /** The site said so, and the verifier did not find it so. */
        record Rejected(int daysAgo, List<SampleProof> proofs, String reason) implements Tale {}

        /** Two persons struck it from the plan. */
        record Removed(String reason) implements Tale {}
    }

    String key() {
        return key(site, name);
    }

    static String key(String site, String name) {
        return "sample:milestone:" + site + ":" + name;
    }
}
