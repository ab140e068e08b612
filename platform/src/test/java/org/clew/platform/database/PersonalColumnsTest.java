package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The database says of itself what is in it, and which of it is about a person.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalColumnsTest {

  /// What such a column is called when it is about a person, in whole words of its name.
  private static final String SOUNDS_PERSONAL =
      "(^|_)(name|names|alias|aliases|email|mail|phone|telephone|mobile|address|birth|born|gender"
          + "|citizenship|nationality|religion|language|passport|note|notes|words|text|title|remark"
          + "|remarks|comment|comments|description|reason|story|label|username|account|plate|ip"
          + "|agent|device|latitude|longitude|by)($|_)";

  /// Columns that sound so and are not.
  private static final Set<String> NOT_ABOUT_A_PERSON =
      Set.of(
          "api_token.name",
          "concern.language",
          "import_list.file_name",
          "import_list.name",
          "organisation.name",
          "person.language",
          "record.source_name",
          "record_change.written_by",
          "scheduled_tasks.task_name",
          "scheduled_tasks.picked_by",
          "spring_session.principal_name",
          "spring_session_attributes.attribute_name");

  private Catalogue catalogue;

  @BeforeAll
  void makeTheTables() throws IOException {
    catalogue = Catalogue.ofTables();
  }

  @Test
  void everyTableSaysWhatItIsFor() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select relname from pg_class where relnamespace = 'clew'::regnamespace
                  and relkind in ('r', 'p', 'v') and not starts_with(relname, 'flyway_')
                  and obj_description(oid) is null
                """))
        .as("comment on table … is '…'")
        .isEmpty();
  }

  @Test
  void everyColumnThatSoundsPersonalIsTagged() throws SQLException {
    var untagged =
        catalogue.list(
            """
            select relname || '.' || attname from pg_class
            join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
            where relnamespace = 'clew'::regnamespace and relkind in ('r', 'p')
              and not starts_with(relname, 'flyway_') and attname ~ '%s'
              and coalesce(col_description(pg_class.oid, attnum), '') !~ '^(not )?personal: .'
            order by 1
            """
                .formatted(SOUNDS_PERSONAL));
    untagged.removeAll(NOT_ABOUT_A_PERSON);
    assertThat(untagged)
        .as("comment on column … is 'personal: …', or 'not personal: …' and why")
        .isEmpty();
  }

  @Test
  void nothingKeepsWhereAVisitorCameFrom() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'clew'
                  and (data_type in ('inet', 'cidr', 'macaddr')
                    or column_name ~ '(^|_)(ip|remote|user_agent|agent)($|_)')
                """))
        .isEmpty();
  }
}
