package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "first_name,GIVEN_NAME",
    "surname,FAMILY_NAME",
    "dob,BIRTH_DATE",
    "city,PLACE",
    "email,EMAIL",
    "unique_id,KEEP",
    "cluster,KEEP",
    "given_name,GIVEN_NAME",
    "street_number,ADDRESS",
    "address_1,ADDRESS",
    "suburb,PLACE",
    "postcode,POSTCODE",
    "date_of_birth,BIRTH_DATE",
    "soc_sec_id,DOCUMENT",
    "rec_id,KEEP",
    "Teléfono,PHONE",
    "Dirección,ADDRESS",
    "Fecha de nacimiento,BIRTH_DATE",
    "رقم الهاتف,PHONE",
    "الاسم,NAME",
    "العنوان,ADDRESS",
    "Contact phone no.,PHONE",
    "PassportNumber,DOCUMENT",
    "sector,CATEGORY",
    "title,TITLE",
    "Product name,TITLE",
    "authors,NAME",
    "year,NUMBER",
    "List price,NUMBER",
    "addr,ADDRESS",
    "http://example.org/ontology#phone_number,PHONE"
  })
  void aHeadingIsKnown(String header, String use) {
    assertThat(guess(header, List.of(), List.of(header))).isEqualTo(use);
  }

  @Test
  void facilitiesAreToldFromPeople() {
    List<String> headings = List.of("country", "name", "address", "sector");
    assertThat(guess("name", List.of("Jiangsu Rino"), headings)).isEqualTo("ORGANISATION_NAME");
    assertThat(guess("Name", List.of("Amina Haddad"), List.of("Name"))).isEqualTo("NAME");
    assertThat(guess("Name", List.of("Rosko Textil GmbH"), List.of("Name")))
        .isEqualTo("ORGANISATION_NAME");
  }

  @Test
  void theCellsAreLookedAtWhenTheHeadingSaysNothing() {
    assertThat(guess("x", List.of("a@example.org", "b@example.org"), List.of("x")))
        .isEqualTo("EMAIL");
    assertThat(guess("x", List.of("+44 20 7946 0123"), List.of("x"))).isEqualTo("PHONE");
    assertThat(guess("x", List.of("blue", "red"), List.of("x"))).isEqualTo("KEEP");
  }

  @Test
  void thingsAreToldFromPeople() {
    List<String> products = List.of("Sony Turntable - PSLX350H", "Bose Speaker System - AM53BK");
    assertThat(guess("name", products, List.of("name"))).isEqualTo("TITLE");
    List<String> authors = List.of("Ana Lima, Jo Park and Eva K. Holm", "Jan Vos");
    assertThat(guess("Author", authors, List.of("Author"))).isEqualTo("NAME");
    assertThat(guess("Title", List.of("Mr", "Dr"), List.of("Title"))).isEqualTo("CATEGORY");
  }

  @Test
  void cellsTellPricesAddressesTitlesAndLists() {
    assertThat(guess("x", List.of("$1,299.50", "12.95"), List.of("x"))).isEqualTo("NUMBER");
    assertThat(guess("x", List.of("12 High Street", "4 Mill Rd"), List.of("x")))
        .isEqualTo("ADDRESS");
    assertThat(guess("x", List.of("Ana Lima; Jo Park", "Eva Holm"), List.of("x")))
        .isEqualTo("NAME");
    assertThat(guess("x", List.of("a long way home", "the short cut back"), List.of("x")))
        .isEqualTo("TITLE");
  }

  @Test
  void whatNumbersARowOrPointsElsewhereIsNotCompared() {
    assertThat(guess("x", List.of("1", "2", "3"), List.of("x"))).isEqualTo("KEEP");
    assertThat(guess("address", List.of("https://example.org/a/1"), List.of("address")))
        .isEqualTo("KEEP");
  }

  private static String guess(String header, List<String> samples, List<String> headings) {
    return Columns.guess(header, samples, headings).map(Kind::name).orElse("KEEP");
  }
}
