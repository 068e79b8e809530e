/** The schema registry as a child process. Read {@link tranche.engines.registry.RegistryProcess} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.registry;
