/** Tests of the wire: released schemas, event records, the catalogue of errors, the description of the topics. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.schemas;
