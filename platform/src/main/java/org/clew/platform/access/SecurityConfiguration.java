package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/// One chain for everything. It proves who somebody is; what they may do is the [Doorkeeper]'s.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::needsToken))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .requestCache(cache -> cache.disable())
        .headers(headers -> headers.disable())
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .addFilterAfter(new TenantBinding(), AnonymousAuthenticationFilter.class)
        .build();
  }

  /// There is no store of users that a password alone would open.
  @Bean
  UserDetailsService noUsers() {
    return name -> {
      throw new UsernameNotFoundException("none");
    };
  }

  /// A form is forged only against somebody who is signed in by a cookie. Public pages have no
  /// session to hold a token in, and are guarded by where the request comes from.
  private static boolean needsToken(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod())
        && !request.getRequestURI().startsWith("/api/")
        && Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication()) != null;
  }
}
