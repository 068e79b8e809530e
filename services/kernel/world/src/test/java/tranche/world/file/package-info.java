@org.jspecify.annotations.NullMarked
package tranche.world.file;
