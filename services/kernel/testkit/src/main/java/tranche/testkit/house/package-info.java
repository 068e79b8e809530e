/**
 * The rules of the house: which part may import which, and what is forbidden to all. Read {@link
 * tranche.testkit.house.HouseRules} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.testkit.house;
