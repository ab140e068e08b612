package org.clew.platform.casework;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.audit.Subject;
import org.clew.platform.audit.SubjectPath;
import org.clew.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where cases are in the rail.
@Configuration(proxyBeanMethods = false)
class CaseworkRoom {

  @Bean
  Room casesRoom() {
    return new Room(
        "/cases", "casework.cases", Room.Group.WORK, 20, List.of(Action.READ_CASE.name()));
  }

  @Bean
  SubjectPath casePath(CaseStore store) {
    return new SubjectPath(Subject.Kind.CASE, "/cases/", Action.READ_CASE, store::references);
  }
}
