package tranche.launcher.demo;

import java.util.Optional;

/**
 * An investor of the sample: fictitious, and named so.
 *
 * @param number its place among all, from which its particulars follow
 * @param billions what it commits on average
 */
record SampleInvestor(int number, String name, String kind, String country, int billions) {

    private static final int CONSENT_EVERY = 3;
    private static final int UNCHECKED_EVERY = 5;
    private static final int LAPSED_EVERY = 14;
    private static final int SMALL_BILLIONS = 8;

    String key() {
        return "sample:investor:" + name;
    }

    /** Two of three may be named to whoever watches. */
    boolean consents() {
        return number % CONSENT_EVERY != 0;
    }

    /** What its checks came to; empty where they are still to be made. */
    Optional<String> kyc() {
        if (number % UNCHECKED_EVERY == UNCHECKED_EVERY - 1) {
            return Optional.empty();
        }
        return Optional.of(isCleared() ? "CLEARED" : "LAPSED");
    }

    boolean isCleared() {
        return number % UNCHECKED_EVERY != UNCHECKED_EVERY - 1 && number % LAPSED_EVERY != LAPSED_EVERY - 1;
    }

    /** Whether it is among those that a list shows last. */
    boolean isSmall() {
        return billions < SMALL_BILLIONS;
    }

    /** Five of seven stand in a fund; the one that people sign in as stands in each. */
    boolean standsIn(int fund) {
        return key().equals(Sample.BOUND_INVESTOR) || (number * 5 + fund * 3) % 7 < 5;
    }
}
