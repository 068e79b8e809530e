/** Threads that run until they are stopped. Read {@link tranche.world.tasks.Tasks} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.tasks;
