package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The form in which each kind of value is kept.
class IdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "PHONE | 07700 900188 | GB | +447700900188",
        "PHONE | +44 (0)7700 900-188 | '' | +447700900188",
        "PHONE | 0044 7700 900188 | '' | +447700900188",
        "PHONE | 020 7946 0123 | GB | +442079460123",
        "PHONE | (212) 555-0143 | US | +12125550143",
        "PHONE | ٠٧٧٠٠ ٩٠٠١٨٨ | GB | +447700900188",
        "PHONE | ０７７００９００１８８ | GB | +447700900188",
        "PHONE | 07700 900188 ext. 12 | GB | +447700900188",
        "PHONE | 0188 | GB | 0188",
        "PHONE | call me | GB | -",
        "PHONE | 12 | GB | -",
        "EMAIL | Amina.H@Example.ORG | '' | amina.h@example.org",
        "EMAIL | mailto:amina@example.org | '' | amina@example.org",
        "EMAIL | <amina@bücher.example> | '' | amina@xn--bcher-kva.example",
        "EMAIL | not an address | '' | -",
        "DOCUMENT | ab 123-456/c | '' | AB123456C",
        "VEHICLE | ab12 cde | GB | AB12CDE",
        "ACCOUNT | GB33 BUKB 2020 1555 5555 55 | '' | GB33BUKB20201555555555",
        "USERNAME | @Maria_99 | '' | maria_99",
        "USERNAME | https://t.me/Maria_99 | '' | maria_99",
        "BIRTH_DATE | 12/04/1990 | GB | 1990-04-12",
        "BIRTH_DATE | 12/04/1990 | US | 1990-12-04",
        "BIRTH_DATE | 25/04/1990 | US | 1990-04-25",
        "BIRTH_DATE | 12 April 1990 | '' | 1990-04-12",
        "BIRTH_DATE | April 12, 1990 | '' | 1990-04-12",
        "BIRTH_DATE | 12 de abril de 1990 | '' | 1990-04-12",
        "BIRTH_DATE | ١٢/٠٤/١٩٩٠ | '' | 1990-04-12",
        "BIRTH_DATE | 19900412 | '' | 1990-04-12",
        "BIRTH_DATE | 1990 | '' | 1990",
        "BIRTH_DATE | 04/1990 | '' | 1990-04",
        "BIRTH_DATE | 12/04/2533 | '' | 1990-04-12",
        "BIRTH_DATE | 31/02/1990 | '' | -",
        "BIRTH_DATE | soon | '' | -",
        "NUMBER | 1999 | '' | 1999",
        "NUMBER | $1,299.50 | '' | 1299.5",
        "NUMBER | 1.299,50 € | '' | 1299.5",
        "NUMBER | 12,95 | '' | 12.95",
        "NUMBER | 2.350.000 | '' | 2350000",
        "NUMBER | 0.250 kg | '' | 0.25",
        "NUMBER | ١٩٩٩ | '' | 1999",
        "NUMBER | about a dozen | '' | -",
        "POSTCODE | sw1a 1aa | '' | SW1A1AA",
        "COUNTRY | Viet Nam | '' | VN",
        "COUNTRY | إسبانيا | '' | ES",
        "COUNTRY | Reino Unido | '' | GB",
        "COUNTRY | GBR | '' | GB",
        "COUNTRY | Atlantis | '' | -",
        "NAME | Amina   Haddad | '' | Amina Haddad",
        "NAME | ... | '' | -",
      })
  void normalises(Kind kind, String text, String region, String expected) {
    assertThat(Identifiers.normalise(kind, text, region).orElse("-"))
        .isEqualTo(expected == null ? "-" : expected);
  }

  @Test
  void keepsNothingUnseen() {
    String hidden = "Ami\u200Bna\u202E \u0000Had\u00ADdad\uD800";
    assertThat(Identifiers.normalise(Kind.NAME, hidden, "")).contains("Amina Haddad");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void normalisesWhatIsNormalisedToItself(Kind kind) {
    for (String text :
        new String[] {"+447700900188", "a@example.org", "1990-04-12", "AB12CDE", "GB", "Amina"}) {
      Identifiers.normalise(kind, text, "GB")
          .ifPresent(once -> assertThat(Identifiers.normalise(kind, once, "GB")).contains(once));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void staysCalmWithHostileText(Kind kind) {
    for (String text : Hostile.texts()) {
      assertThat(Identifiers.normalise(kind, text, "GB").orElse("").length())
          .isLessThanOrEqualTo(Limits.TEXT_CHARS + 64);
    }
  }
}
