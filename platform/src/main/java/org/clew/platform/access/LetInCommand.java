package org.clew.platform.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What `./clew let-in EMAIL` runs: a server that makes one link, says it, and ends before it is
/// ready for anybody. `clew.let-in` is the address; without it nothing here exists.
@Component
@ConditionalOnProperty("clew.let-in")
final class LetInCommand {

  private final LettingIn lettingIn;
  private final String email;

  LetInCommand(LettingIn lettingIn, @Value("${clew.let-in}") String email) {
    this.lettingIn = lettingIn;
    this.email = email;
  }

  @EventListener
  void say(ApplicationStartedEvent started) {
    System.out.println(
        "Hand over this link. It works once, within %d days; whoever opens it sets anew how they sign in:\n%s"
            .formatted(Invitations.VALID.toDays(), lettingIn.link(email)));
    System.exit(SpringApplication.exit(started.getApplicationContext()));
  }
}
