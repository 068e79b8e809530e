/** The rules of the house are seen to bite. */
@org.jspecify.annotations.NullMarked
package tranche.testkit.house;
