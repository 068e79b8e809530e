@org.jspecify.annotations.NullMarked
package tranche.world.seal;
