package org.clew.platform.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.screen.AuditPage;
import org.clew.platform.database.Ids;
import org.clew.platform.web.Column;
import org.clew.platform.web.Dates;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Screens;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;
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
  private final Map<Subject.Kind, SubjectPath> paths;
  private final Screens screens;

  AuditPages(Audit audit, People people, ObjectProvider<SubjectPath> paths, Screens screens) {
    this.audit = audit;
    this.people = people;
    this.paths = paths.stream().collect(Collectors.toMap(SubjectPath::kind, Function.identity()));
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
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String check) {
    audit.record(me, Deed.LISTED, new Subject(Subject.Kind.AUDIT, me.organisation().value()));
    AuditFilter filter = filter(person, deed, kind, subject, day, ask.pageNumber() - 1);
    Map<PersonId, String> names = names();
    Map<String, String> asked = asked(filter);
    List<FoldedEvent> events = audit.folded(filter);
    Map<UUID, String> things = things(events, filter);
    things.putAll(byId(names));
    UUID one = filter.subject();
    return screens.show(
        "audit/audit",
        new AuditPage(
            events.stream().map(event -> row(me, event, names, things)).toList(),
            COLUMNS,
            new Listing("/audit", asked, "at", ask.pageNumber(), audit.countFolded(filter)),
            choices(names),
            Arrays.stream(Deed.values()).map(Deed::name).toList(),
            Arrays.stream(Subject.Kind.values()).map(Subject.Kind::name).toList(),
            one == null ? "" : things.getOrDefault(one, end(one)),
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
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String day)
      throws IOException {
    audit.record(me, Deed.EXPORTED, new Subject(Subject.Kind.AUDIT, me.organisation().value()));
    Map<PersonId, String> names = names();
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    var rows = new CellWriter(response.getOutputStream());
    rows.row(
        List.of(
            "sequence", "at", "person_id", "person", "deed", "subject_kind", "subject_id", "hash"));
    audit.each(filter(person, deed, kind, subject, day, 0), event -> write(rows, event, names));
    rows.close();
  }

  private static void write(CellWriter rows, AuditEvent event, Map<PersonId, String> names) {
    rows.row(
        List.of(
            Long.toString(event.sequence()),
            event.at().toString(),
            event.person().toString(),
            SheetCells.harmless(names.getOrDefault(event.person(), "")),
            event.deed().name(),
            event.subject().kind().name(),
            event.subject().id().toString(),
            event.hash()));
  }

  private Map<PersonId, String> names() {
    var names = new HashMap<>(people.names());
    names.put(Audit.ITSELF, "Clew");
    return names;
  }

  private AuditPage.Chain chain(boolean asked) {
    long rows = audit.count(AuditFilter.everything());
    return asked || rows <= CHECKED_UNASKED
        ? new AuditPage.Chain(true, rows, audit.firstBroken().orElse(null))
        : new AuditPage.Chain(false, rows, null);
  }

  private AuditPage.Row row(
      SignedIn me, FoldedEvent folded, Map<PersonId, String> names, Map<UUID, String> things) {
    AuditEvent event = folded.event();
    Subject subject = event.subject();
    return new AuditPage.Row(
        event.at(),
        names.getOrDefault(event.person(), event.person().toString()),
        event.deed().messageKey(),
        subject.kind().messageKey(),
        things.getOrDefault(subject.id(), end(subject.id())),
        folded.more(),
        path(me, event));
  }

  /// Where the thing can be seen, for who may; what was searched is no thing of its own.
  private @Nullable String path(SignedIn me, AuditEvent event) {
    Subject subject = event.subject();
    SubjectPath path = paths.get(subject.kind());
    boolean whole = subject.id().equals(me.organisation().value());
    return path == null || whole || !me.may(path.action()) ? null : path.prefix() + subject.id();
  }

  /// What the things of a page are called.
  private Map<UUID, String> things(List<FoldedEvent> events, AuditFilter filter) {
    var ids = new EnumMap<Subject.Kind, Set<UUID>>(Subject.Kind.class);
    events.stream()
        .map(folded -> folded.event().subject())
        .forEach(it -> ids.computeIfAbsent(it.kind(), _ -> new HashSet<>()).add(it.id()));
    if (filter.kind() != null && filter.subject() != null) {
      ids.computeIfAbsent(filter.kind(), _ -> new HashSet<>()).add(filter.subject());
    }
    var things = new HashMap<UUID, String>();
    ids.forEach(
        (kind, asked) -> {
          SubjectPath path = paths.get(kind);
          if (path != null) {
            things.putAll(path.names().apply(asked));
          }
        });
    return things;
  }

  private static Map<UUID, String> byId(Map<PersonId, String> names) {
    return names.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
  }

  private static String end(UUID id) {
    return id.toString().substring(24);
  }

  private static Map<String, String> choices(Map<PersonId, String> names) {
    Map<String, String> choices = new LinkedHashMap<>();
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
        .forEach(entry -> choices.put(entry.getKey().toString(), entry.getValue()));
    return choices;
  }

  private static AuditFilter filter(
      String person, String deed, String kind, String subject, String day, int page) {
    return new AuditFilter(
        Ids.read(person).orElse(null),
        Arrays.stream(Deed.values()).filter(d -> d.name().equals(deed)).findFirst().orElse(null),
        Arrays.stream(Subject.Kind.values())
            .filter(k -> k.name().equals(kind))
            .findFirst()
            .orElse(null),
        Ids.read(subject).orElse(null),
        Dates.day(day).orElse(null),
        page);
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
    if (filter.subject() != null) {
      asked.put("subject", filter.subject().toString());
    }
    if (filter.day() != null) {
      asked.put("day", filter.day().toString());
    }
    return asked;
  }

  private static String export(Map<String, String> asked) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit/export");
    asked.forEach(address::queryParam);
    return address.build().toString();
  }
}
