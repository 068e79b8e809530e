/** Topics against event tables, and consumers against topics. Read {@link tranche.auditor.topic.TopicAudit} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.topic;
