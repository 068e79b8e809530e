/** {@code ./tranche token}: an API key for whoever can read the data folder. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.token;
