package tranche.values.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D-47: a file is called what its submitter calls it")
class UploadedNameTest {

    @ParameterizedTest
    @CsvSource({
        "clean room.jpg, clean room.jpg",
        "../../../a.html, a.html",
        "'C:\\Users\\Zoe\\Procès-verbal 3.pdf', Procès-verbal 3.pdf",
        "a/b/, ",
        "'say %22yes%22.pdf', 'say \"yes\".pdf'",
        "'two%0D%0Alines.csv', two lines.csv",
        "'  wide   name.pdf ', wide name.pdf",
        "現場.png, 現場.png",
    })
    void without_the_folders_that_it_lay_in(String given, String kept) {
        assertThat(UploadedName.of(given)).isEqualTo(java.util.Optional.ofNullable(kept));
    }

    @Test
    void without_what_nobody_can_read() {
        assertThat(UploadedName.of("invoice\u202Efdp.exe\u0000\u200B\u0007")).contains("invoicefdp.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "\u202E"})
    void or_not_at_all(String given) {
        assertThat(UploadedName.of(given)).isEmpty();
    }

    @Test
    void cut_before_its_ending_where_it_is_too_long() {
        String stem = "\uD83C\uDFD7".repeat(150);

        assertThat(UploadedName.of(stem + ".jpeg").orElseThrow())
                .hasSizeLessThanOrEqualTo(UploadedName.MOST_CHARACTERS)
                .matches("(\uD83C\uDFD7)+\\.jpeg");
        assertThat(UploadedName.of("a".repeat(300))).contains("a".repeat(UploadedName.MOST_CHARACTERS));
    }
}
