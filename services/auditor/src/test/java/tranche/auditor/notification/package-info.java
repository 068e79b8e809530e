/** What the auditor knows of alerts by itself. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.notification;
