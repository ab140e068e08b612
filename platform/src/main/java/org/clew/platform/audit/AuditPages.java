package org.clew.platform.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.screen.AuditPage;
import org.clew.platform.web.Column;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Shows who did and who read what. Looking is itself written down.
@Controller
final class AuditPages {

  /// A longer chain is checked only when somebody asks.
  private static final long CHECKED_UNASKED = 20_000;

  private static final List<Column> COLUMNS =
      List.of(
          Column.fixed("at", "audit.at"),
          Column.fixed("who", "audit.who"),
          Column.fixed("deed", "audit.deed"),
          Column.fixed("subject", "audit.subject"));

  private final Audit audit;
  private final People people;
  private final Map<Subject.Kind, String> paths;
  private final Screens screens;

  AuditPages(Audit audit, People people, ObjectProvider<SubjectPath> paths, Screens screens) {
    this.audit = audit;
    this.people = people;
    this.paths = paths.stream().collect(Collectors.toMap(SubjectPath::kind, SubjectPath::prefix));
    this.screens = screens;
  }

  @Allowed(Action.READ_AUDIT)
  @GetMapping("/audit")
  ModelAndView show(
      SignedIn me,
      ListAsk ask,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String check) {
    audit.record(me, Deed.LISTED, new Subject(Subject.Kind.AUDIT, me.organisation().value()));
    AuditFilter filter = filter(person, deed, kind, ask.pageNumber() - 1);
    Map<PersonId, String> names = people.names();
    Map<String, String> asked = asked(filter);
    return screens.show(
        "audit/audit",
        new AuditPage(
            audit.find(filter).stream().map(event -> row(event, names)).toList(),
            COLUMNS,
            new Listing(
                "/audit", Listing.Via.ADDRESS, asked, "at", ask.pageNumber(), audit.count(filter)),
            choices(names),
            Arrays.stream(Deed.values()).map(Deed::name).toList(),
            Arrays.stream(Subject.Kind.values()).map(Subject.Kind::name).toList(),
            chain(!check.isEmpty()),
            export(asked)));
  }

  /// The same rows as a file that spreadsheets open (RFC 4180).
  @Allowed(value = Action.READ_AUDIT, stepUp = true)
  @GetMapping("/audit/export")
  void export(
      SignedIn me,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "") String kind)
      throws IOException {
    audit.record(me, Deed.EXPORTED, new Subject(Subject.Kind.AUDIT, me.organisation().value()));
    Map<PersonId, String> names = people.names();
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    CsvWriter rows = CsvWriter.builder().build(response.getWriter());
    rows.writeRecord(
        "sequence", "at", "person_id", "person", "deed", "subject_kind", "subject_id", "hash");
    audit.each(filter(person, deed, kind, 0), event -> write(rows, event, names));
    rows.flush();
  }

  private static void write(CsvWriter rows, AuditEvent event, Map<PersonId, String> names) {
    rows.writeRecord(
        Long.toString(event.sequence()),
        event.at().toString(),
        event.person().toString(),
        harmless(names.getOrDefault(event.person(), "")),
        event.deed().name(),
        event.subject().kind().name(),
        event.subject().id().toString(),
        event.hash());
  }

  /// A cell that begins like a formula begins with an apostrophe instead, so that no spreadsheet
  /// runs it.
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private AuditPage.Chain chain(boolean asked) {
    long rows = audit.count(AuditFilter.everything());
    return asked || rows <= CHECKED_UNASKED
        ? new AuditPage.Chain(true, rows, audit.firstBroken().orElse(null))
        : new AuditPage.Chain(false, rows, null);
  }

  private AuditPage.Row row(AuditEvent event, Map<PersonId, String> names) {
    Subject subject = event.subject();
    @Nullable String prefix = paths.get(subject.kind());
    String end = subject.id().toString().substring(24);
    return new AuditPage.Row(
        event.sequence(),
        event.at(),
        names.getOrDefault(event.person(), event.person().toString()),
        event.deed().messageKey(),
        subject.kind().messageKey(),
        names.getOrDefault(new PersonId(subject.id()), end),
        prefix == null ? null : prefix + subject.id());
  }

  private static Map<String, String> choices(Map<PersonId, String> names) {
    Map<String, String> choices = new LinkedHashMap<>();
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
        .forEach(entry -> choices.put(entry.getKey().toString(), entry.getValue()));
    return choices;
  }

  private static AuditFilter filter(String person, String deed, String kind, int page) {
    return new AuditFilter(
        id(person).orElse(null),
        Arrays.stream(Deed.values()).filter(d -> d.name().equals(deed)).findFirst().orElse(null),
        Arrays.stream(Subject.Kind.values())
            .filter(k -> k.name().equals(kind))
            .findFirst()
            .orElse(null),
        null,
        page);
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> asked(AuditFilter filter) {
    Map<String, String> asked = new LinkedHashMap<>();
    if (filter.person() != null) {
      asked.put("person", filter.person().toString());
    }
    if (filter.deed() != null) {
      asked.put("deed", filter.deed().name());
    }
    if (filter.kind() != null) {
      asked.put("kind", filter.kind().name());
    }
    return asked;
  }

  private static String export(Map<String, String> asked) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit/export");
    asked.forEach(address::queryParam);
    return address.build().toString();
  }
}
