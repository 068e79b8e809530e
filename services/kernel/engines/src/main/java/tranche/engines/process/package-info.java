/** Programs that run beside this JVM and must not outlive it. Read {@link tranche.engines.process.ChildProcess} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.process;
