package tranche.portal.timeline.domain;

import java.util.Locale;

/** What shows that a milestone is reached. */
public enum EvidenceKind {
    PHOTO,
    CERTIFICATE,
    METER_READING,
    SATELLITE,
    PAYROLL_EXTRACT,
    INVOICE,
    AUDIT_REPORT,
    PUBLICATION;

    /** The name in addresses of pages and in keys of texts, in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
