package org.clew.platform.casework;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;

/// The persons affected as a table in the names and codes of the Human Trafficking Case Data
/// Standard 2.0 (IOM, 24 December 2021), one row each; several codes in one cell stand with `;`
/// between them, as in its own sheets. A whole name stands in `prs_FirstName`: which part of it is
/// which is not ours to guess.
final class HtcdsTable {

  static final List<String> COLUMNS =
      List.of(
          "cas_Status",
          "cas_CaseOwner",
          "prs_FirstName",
          "prs_SecondName",
          "prs_Birthdate",
          "prs_Gender",
          "prs_PrimaryLanguage",
          "prs_Citizenship",
          "prs_IdentityNumber",
          "prs_Email",
          "prs_MobilePhone",
          "prs_MailingStreet",
          "vic_TraffickingStatus",
          "vic_TraffickingStatusDecisionMakingOrg",
          "vic_MethodsOfControl",
          "vic_TypeOfExploitation",
          "hte_Type",
          "hte_City",
          "hte_Country",
          "con_Consent");

  private static final Map<String, String> GENDERS =
      Map.of(
          "woman", "Feminine",
          "female", "Feminine",
          "mujer", "Feminine",
          "امرأة", "Feminine",
          "man", "Masculine",
          "male", "Masculine",
          "hombre", "Masculine",
          "رجل", "Masculine");

  private HtcdsTable() {}

  /// In UTF-8.
  static byte[] of(Export export) {
    var out = new ByteArrayOutputStream();
    try (var csv = new CellWriter(out)) {
      csv.row(COLUMNS);
      for (Export.Affected affected : export.affected()) {
        csv.row(row(export, affected).stream().map(SheetCells::harmless).toList());
      }
    }
    return out.toByteArray();
  }

  private static List<String> row(Export export, Export.Affected affected) {
    Participant participant = affected.participant();
    boolean named = export.participants().stream().anyMatch(p -> p.id().equals(participant.id()));
    Participant.Details details = participant.details();
    Optional<Determination.Details> decided =
        export.determinations().stream()
            .filter(each -> each.participant().equals(participant.id()))
            .map(Determination::details)
            .findFirst();
    return List.of(
        export.head().status().htcds(),
        export.organisation(),
        named ? details.name() : "",
        "",
        named ? details.birthDate() : "",
        named ? gender(details.gender()) : "",
        named ? language(details.language()) : "",
        named ? details.citizenship() : "",
        identifiers(export, participant, IdentifierKind.DOCUMENT),
        identifiers(export, participant, IdentifierKind.EMAIL),
        identifiers(export, participant, IdentifierKind.PHONE).replace("+", ""),
        identifiers(export, participant, IdentifierKind.ADDRESS),
        decided.map(each -> each.status().htcds()).orElse(""),
        decided.map(each -> each.deciderKind().htcds()).orElse(""),
        facts(affected, Element.MEANS),
        facts(affected, Element.PURPOSE),
        join(export.places().stream().map(each -> each.kind().htcds())),
        join(export.places().stream().map(Place::name)),
        join(export.places().stream().map(Place::country)),
        "TRUE");
  }

  private static String identifiers(Export export, Participant participant, IdentifierKind kind) {
    return join(
        export.identifiers().stream()
            .filter(each -> each.kind() == kind)
            .filter(each -> participant.id().equals(each.participant()))
            .map(Identifier::normalised));
  }

  private static String facts(Export.Affected affected, Element element) {
    return join(
        affected.facts().stream().filter(each -> each.element() == element).map(Fact::htcds));
  }

  private static String join(Stream<String> codes) {
    return codes.collect(Collectors.joining(";"));
  }

  private static String gender(String said) {
    return GENDERS.getOrDefault(said.strip().toLowerCase(Locale.ROOT), "NonSpecifiedUnknown");
  }

  /// ISO 639-2 where a code or an English name says which; as it was said otherwise.
  private static String language(String said) {
    Set<String> known = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    String code = said.strip().toLowerCase(Locale.ROOT);
    if (known.contains(code)) {
      return Locale.of(code).getISO3Language();
    }
    return known.stream()
        .map(Locale::of)
        .filter(each -> each.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(code))
        .map(Locale::getISO3Language)
        .findFirst()
        .orElse(said);
  }
}
