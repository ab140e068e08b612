package org.clew.platform.investigation;

import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Entities, one by one, also under ids they no longer go by.
@Controller
class EntityPages {

  private final Screens screens;
  private final EntitySheets sheets;

  EntityPages(Screens screens, EntitySheets sheets) {
    this.screens = screens;
    this.sheets = sheets;
  }

  @GetMapping("/entities/{id}")
  @Allowed(Action.ASK_KNOWN_BEFORE)
  ModelAndView one(SignedIn me, @PathVariable("id") UUID id) {
    return screens.show("investigation/entity", sheets.one(me, new EntityId(id)));
  }
}
