package org.clew.platform.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.People;
import org.clew.platform.access.PublicAddress;
import org.clew.platform.database.DatabaseSettings;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Room;
import org.clew.platform.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How mail goes, when it comes round, and where this module is among the settings.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final int EVERY_SECONDS = 30;

  @Bean
  Carrier carrier(MailSettings settings, DatabaseSettings data) {
    if (settings.demo()) {
      return new FolderCarrier(data.folder().resolve("mail").toAbsolutePath().normalize());
    }
    return settings.mail().isGiven() ? new SmtpCarrier(settings.mail()) : new NoCarrier();
  }

  @Bean
  Mails mails(
      MailStore store,
      Carrier carrier,
      MailSettings settings,
      People people,
      Organisations organisations,
      PublicAddress address,
      Words words,
      Tenancy tenancy,
      InstantSource clock) {
    return new Mails(
        store,
        carrier,
        settings.demo() ? Mails.Window.DEMO : Mails.Window.USUAL,
        people,
        organisations,
        address,
        words,
        tenancy,
        new SecureRandom(),
        clock);
  }

  @Bean
  Task<Void> sendMailTask(Mails mails) {
    return Tasks.recurring("send-mail", FixedDelay.ofSeconds(EVERY_SECONDS))
        .execute((_, _) -> mails.run());
  }

  @Bean
  Room mailSettingsRoom() {
    return new Room(
        "/settings/mail",
        "mail.settings",
        Room.Group.SETTINGS,
        520,
        List.of(Action.MANAGE_SETTINGS.name()));
  }
}
