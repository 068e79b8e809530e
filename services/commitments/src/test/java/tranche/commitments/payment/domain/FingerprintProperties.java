package tranche.commitments.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.values.money.Currency;

class FingerprintProperties {

    private static final BankDetails EXAMPLE = new BankDetails(
            "Leading-Edge Fund I SCSp", new Iban("LU280019400644750000"), new Bic("EXFBLULL"), new Currency("USD"));

    @Example
    @Label("a fingerprint is 80 bits of SHA-256 over four lines, as anybody can work it out")
    void is_worked_out_with_public_means() {
        // printf 'LEADING-EDGE FUND I SCSP\nEXFBLULLXXX\nLU280019400644750000\nUSD' | sha256sum | cut -c1-20
        assertThat(EXAMPLE.fingerprint().text()).isEqualTo("5213 6B70 67A7 0434 B2F0");
        assertThat(EXAMPLE.last4()).isEqualTo("0000");
        assertThat(EXAMPLE.toString()).doesNotContain("LU28").doesNotContain("Leading");
    }

    @Provide
    Arbitrary<BankDetails> details() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abcdefgh éüß-'&")
                                .ofMinLength(3)
                                .ofMaxLength(30)
                                .map(name -> "A" + name),
                        Arbitraries.of("GB82WEST12345698765432", "DE89370400440532013000", "LU280019400644750000"),
                        Arbitraries.of("COBADEFF", "EXFBLULLXXX", "WESTGB2L"),
                        Arbitraries.of("USD", "EUR"))
                .as((holder, iban, bic, currency) ->
                        new BankDetails(holder.strip(), new Iban(iban), new Bic(bic), new Currency(currency)));
    }

    @Property(tries = 200)
    @Label("a fingerprint does not depend on blanks, case or the way in which accents are coded")
    void does_not_depend_on_dress(@ForAll("details") BankDetails details) {
        String dressed = "  "
                + Normalizer.normalize(details.holder(), Normalizer.Form.NFD)
                        .replace(" ", "\u00a0 \t")
                        .toUpperCase(Locale.ROOT)
                + " ";
        BankDetails same =
                new BankDetails(dressed, details.iban(), new Bic(details.bic().whole()), details.currency());

        assertThat(same.fingerprint()).isEqualTo(details.fingerprint());
        assertThat(details.fingerprint().text()).matches("[0-9A-F]{4}( [0-9A-F]{4}){4}");
    }

    @Property(tries = 200)
    @Label("two accounts that differ in any part have different fingerprints")
    void tells_accounts_apart(@ForAll("details") BankDetails details) {
        List<BankDetails> others = List.of(
                new BankDetails(details.holder() + "x", details.iban(), details.bic(), details.currency()),
                new BankDetails(
                        details.holder(), new Iban("FR1420041010050500013M02606"), details.bic(), details.currency()),
                new BankDetails(details.holder(), details.iban(), new Bic("BNPAFRPP"), details.currency()),
                new BankDetails(details.holder(), details.iban(), details.bic(), new Currency("CHF")));

        assertThat(others).extracting(BankDetails::fingerprint).doesNotContain(details.fingerprint());
    }
}
