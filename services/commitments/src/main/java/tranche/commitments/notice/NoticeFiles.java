package tranche.commitments.notice;

import jakarta.inject.Singleton;
import java.util.Locale;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.store.NoticeFileRows;
import tranche.commitments.notice.store.NoticeFileRows.Kept;

/** Notices as files: each is made when it is first asked for in a language, and then is what it is. */
@Singleton
public class NoticeFiles {

    private final NoticePdf pdf;
    private final NoticeFileRows rows;

    NoticeFiles(NoticePdf pdf, NoticeFileRows rows) {
        this.pdf = pdf;
        this.rows = rows;
    }

    /** The file of a notice in a language, the same bytes each time. Of two that are made at once, one is kept. */
    public Kept of(Notice notice, Locale language) {
        return rows.find(notice.id(), language.getLanguage())
                .orElseGet(() -> rows.keep(notice.id(), language.getLanguage(), pdf.of(notice, language)));
    }
}
