package org.clew.platform.mail;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the demo where its mails are.
@Component
final class MailNotice {

  private final Carrier carrier;

  MailNotice(Carrier carrier) {
    this.carrier = carrier;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (carrier instanceof FolderCarrier(var folder)) {
      System.out.println(
          "The demo sends no mail: what people would get, a minute after something came, is in "
              + folder);
    }
  }
}
