package org.clew.platform.investigation;

import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Subject;
import org.clew.platform.audit.SubjectPath;
import org.clew.platform.database.Ids;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Room;
import org.clew.platform.web.Screens;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Records, one by one and by where they came from.
@Controller
class RecordPages {

  private final Screens screens;
  private final RecordSheets sheets;

  RecordPages(Screens screens, RecordSheets sheets) {
    this.screens = screens;
    this.sheets = sheets;
  }

  @Bean
  static SubjectPath recordPath() {
    return new SubjectPath(Subject.Kind.RECORD, "/records/", Action.READ_RECORDS);
  }

  @Bean
  static Room recordsRoom() {
    return new Room(
        "/records",
        "investigation.room.records",
        Room.Group.LOOK,
        210,
        List.of(Action.READ_RECORDS.name()));
  }

  @GetMapping("/records")
  @Allowed(Action.READ_RECORDS)
  ModelAndView list(
      SignedIn me, @RequestParam(name = "source", defaultValue = "") String source, ListAsk ask) {
    UUID chosen = Ids.read(source).orElse(null);
    return screens.show("investigation/records", sheets.page(me, chosen, ask));
  }

  @GetMapping("/records/{id}")
  @Allowed(Action.READ_RECORDS)
  ModelAndView one(SignedIn me, @PathVariable("id") UUID id) {
    return screens.show("investigation/record", sheets.one(me, new RecordId(id)));
  }
}
