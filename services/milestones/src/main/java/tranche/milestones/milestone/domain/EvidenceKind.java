package tranche.milestones.milestone.domain;

/** What a piece of evidence is (rule D-47); a publication is what others have published of it. */
public enum EvidenceKind {
    PHOTO,
    CERTIFICATE,
    METER_READING,
    SATELLITE,
    PAYROLL_EXTRACT,
    INVOICE,
    AUDIT_REPORT,
    PUBLICATION
}
