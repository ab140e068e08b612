package org.clew.platform.investigation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists from outside, on their way to being records: uploaded, columns said, looked at row by row,
/// imported as a whole or not at all, and taken out again when somebody changes their mind.
@Component
public class Imports {

  private final ImportStore store;
  private final ImportFileStore files;
  private final RejectStore rejects;
  private final ImportLinkStore links;
  private final ImportReading reading;
  private final ImportQueue queue;
  private final Records records;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  Imports(
      ImportStore store,
      ImportFileStore files,
      RejectStore rejects,
      ImportLinkStore links,
      ImportReading reading,
      ImportQueue queue,
      Records records,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.files = files;
    this.rejects = rejects;
    this.links = links;
    this.reading = reading;
    this.queue = queue;
    this.records = records;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Takes in a file and guesses what its columns hold. Nothing is imported yet.
  ///
  /// @throws Refused when it cannot be read as a list; the message says why and what to do
  @Transactional
  public ImportList upload(SignedIn me, ImportList.About about, String fileName, byte[] content) {
    me.demand(Action.IMPORT_RECORDS);
    if (content.length > Limits.FILE_BYTES) {
      throw new Refused("investigation.import.refused.bytes", Limits.FILE_BYTES / 1024 / 1024);
    }
    TableShape shape = Tables.look(content);
    List<ListColumn> columns = ImportReading.guess(shape, content);
    var list =
        new ImportList(
            new ImportId(ids.next()),
            about,
            new ImportList.File(
                plainName(fileName), content.length, hash(content), shape.written()),
            asBefore(columns),
            ImportList.OddCells.REJECT_ROW,
            ImportState.COLUMNS,
            new ImportList.Counts(0, 0, 0, 0),
            new ImportList.Far(0, 0),
            me.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null);
    audit.record(me, Deed.CREATED, subject(list.id()));
    store.insert(list);
    files.write(list.id(), content);
    return list;
  }

  /// Says what the columns hold, and looks at every row.
  ///
  /// @param uses for each column a name of [ListColumn#uses]
  /// @throws Refused when no column is to be compared
  @Transactional
  public ImportList columns(SignedIn me, ImportId id, List<String> uses, ImportList.OddCells odd) {
    me.demand(Action.IMPORT_RECORDS);
    ImportList list = hold(id);
    refuseUnless(list.state() == ImportState.COLUMNS || list.state().canStart());
    if (uses.size() != list.columns().size() || !ListColumn.uses().containsAll(uses)) {
      throw new Refused("investigation.import.refused.uses");
    }
    var columns = new ArrayList<ListColumn>();
    for (int i = 0; i < uses.size(); i++) {
      columns.add(new ListColumn(list.columns().get(i).header(), uses.get(i)));
    }
    if (columns.stream().noneMatch(column -> column.kind().isPresent())) {
      throw new Refused("investigation.import.refused.nothingCompared");
    }
    store.columns(id, columns, odd);
    reading.check(find(me, id));
    return find(me, id);
  }

  /// Starts importing; it goes on after the answer.
  ///
  /// @param again says that the same file may be imported although its records are there already
  /// @throws Refused when they are and nobody said so
  public void start(SignedIn me, ImportId id, boolean again) {
    me.demand(Action.IMPORT_RECORDS);
    queue.start(me, id, again);
  }

  /// Asks a running import to stop. While rows are being written nothing is imported then.
  @Transactional
  public void stop(SignedIn me, ImportId id) {
    me.demand(Action.IMPORT_RECORDS);
    ImportList list = find(me, id);
    if (list.state().goesOn()) {
      audit.record(me, Deed.CHANGED, subject(id));
      store.askToStop(id);
    }
  }

  /// Takes the records of an import out again. What was judged about them stays as history.
  @Transactional
  public void undo(SignedIn me, ImportId id) {
    me.demand(Action.IMPORT_RECORDS);
    ImportList list = hold(id);
    refuseUnless(list.state() == ImportState.DONE);
    audit.record(me, Deed.UNDID, subject(id));
    takeOut(list);
  }

  /// Forgets a file that was not imported.
  @Transactional
  public void discard(SignedIn me, ImportId id) {
    me.demand(Action.IMPORT_RECORDS);
    ImportList list = hold(id);
    refuseUnless(list.state() == ImportState.COLUMNS || list.state().canStart());
    audit.record(me, Deed.UNDID, subject(id));
    store.delete(id);
  }

  /// The import with this id.
  ///
  /// @throws NotFound when the organisation has no such import
  public ImportList find(SignedIn me, ImportId id) {
    if (!me.may(Action.IMPORT_RECORDS) && !me.may(Action.READ_RECORDS)) {
      throw new org.clew.platform.web.NotAllowed(Action.IMPORT_RECORDS.name());
    }
    return store.find(id).orElseThrow(NotFound::new);
  }

  /// All rows that were left out, in the order of the file. Writing them down as taken out comes
  /// first.
  @Transactional
  public void rejected(SignedIn me, ImportId id, Consumer<Reject> taker) {
    me.demand(Action.IMPORT_RECORDS);
    ImportList list = find(me, id);
    audit.record(me, Deed.EXPORTED, subject(id));
    rejects.each(id, reject -> taker.accept(seen(me, list, reject)));
  }

  List<ImportList> page(int offset, int rows) {
    return store.page(offset, rows);
  }

  long count() {
    return store.count();
  }

  /// Imports of the very same file whose records are there or on their way.
  List<ImportList> alike(ImportList list) {
    return store.alike(list.file().hash(), list.id());
  }

  List<Reject> rejects(SignedIn me, ImportList list, int offset, int rows) {
    return rejects.page(list.id(), offset, rows).stream()
        .map(reject -> seen(me, list, reject))
        .toList();
  }

  /// The first rows as they will be; the file is read anew.
  List<CheckedRow> firstRows(SignedIn me, ImportList list) {
    return reading.firstRows(list).stream().map(row -> seen(me, list, row)).toList();
  }

  /// The first cells of each column that are not empty.
  List<List<String>> samples(SignedIn me, ImportList list) {
    return reading.samples(list).stream()
        .map(cells -> cells.stream().map(cell -> seen(me, list, cell)).toList())
        .toList();
  }

  /// Takes out what its keep-until day has passed.
  @Transactional
  public int forgetDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int forgotten = 0;
    for (ImportList due : store.dueToForget(today)) {
      if (!due.state().goesOn()) {
        audit.record(Audit.ITSELF, Deed.UNDID, List.of(subject(due.id())));
        takeOut(due);
        forgotten++;
      }
    }
    return forgotten;
  }

  private void takeOut(ImportList list) {
    records.removeAll(RecordSource.Kind.IMPORT, list.id().value());
    rejects.clear(list.id());
    links.clear(list.id());
    files.delete(list.id());
    store.state(list.id(), ImportState.UNDONE, null, clock.instant());
  }

  private ImportList hold(ImportId id) {
    return store.hold(id).orElseThrow(NotFound::new);
  }

  private static void refuseUnless(boolean fits) {
    if (!fits) {
      throw new Refused("investigation.import.refused.state");
    }
  }

  /// Who brought a list in has seen it; others see its contact details only if they may.
  private static boolean seesAll(SignedIn me, ImportList list) {
    return me.may(Action.READ_CONTACT_DETAILS) || list.createdBy().equals(me.id());
  }

  private static String seen(SignedIn me, ImportList list, String cell) {
    return seesAll(me, list) ? cell : Masks.text(cell);
  }

  private static Reject seen(SignedIn me, ImportList list, Reject reject) {
    return seesAll(me, list)
        ? reject
        : new Reject(
            reject.line(),
            reject.fault(),
            reject.heading(),
            reject.cells().stream().map(Masks::text).toList());
  }

  private static CheckedRow seen(SignedIn me, ImportList list, CheckedRow row) {
    return switch (row) {
      case CheckedRow.Good good when !seesAll(me, list) ->
          new CheckedRow.Good(good.row(), Masks.mask(good.values()), List.of());
      case CheckedRow.Good good -> good;
      case CheckedRow.Bad bad -> bad;
    };
  }

  /// What was said about these very columns the last time, or else the guess.
  private List<ListColumn> asBefore(List<ListColumn> guessed) {
    List<String> headings = guessed.stream().map(ListColumn::header).toList();
    return store.page(0, 50).stream()
        .filter(list -> list.state() != ImportState.COLUMNS)
        .map(ImportList::columns)
        .filter(columns -> columns.stream().map(ListColumn::header).toList().equals(headings))
        .findFirst()
        .orElse(guessed);
  }

  private static String plainName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String plain = name.replaceAll("\\p{Cntrl}", "").strip();
    return plain.isEmpty() ? "?" : plain.substring(0, Math.min(plain.length(), Limits.NAME_CHARS));
  }

  static Subject subject(ImportId id) {
    return new Subject(Subject.Kind.IMPORT, id.value());
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
