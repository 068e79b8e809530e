package tranche.launcher.demo;

/**
 * What shows that a sample milestone is reached.
 *
 * @param kind in the product's words
 * @param file its name
 */
record SampleProof(String kind, String file) {}
