package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An organisation is one with or without its legal form; at another unit or plot it is another
/// place.
class OrganisationsTest {

  private static Evidence compare(Kind kind, String onRecord, String asked) {
    LinkIndex index = new LinkIndex("GB");
    index.put(new LinkRecord("1", List.of(new Value(kind, onRecord))));
    return index.compare(List.of(new Value(kind, asked)), "1").orElseThrow().evidence().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "Al Noor Manpower W.L.L., Al Noor Manpower",
    "Golden Palm Contracting Co. L.L.C, Golden Palm Contracting",
    "Falcon Crew Services FZ-LLC, Falcon Crew Services",
    "Blue Dhow Fisheries FZE, Blue Dhow Fisheries",
    "Sea Breeze Cleaning S.P.C., Sea Breeze Cleaning",
    "Maju Tenaga Sdn. Bhd., Maju Tenaga",
    "PT. Sinar Pekerja Mandiri Tbk, Sinar Pekerja Mandiri",
    "CV Karya Laut, Karya Laut",
    "Everest Overseas Pvt. Ltd., Everest Overseas",
    "Meghna Knit Composite (Pvt.) Limited, Meghna Knit Composite",
    "Awash Tannery P.L.C., Awash Tannery",
    "Textilhaus Weber GmbH & Co. KG, Textilhaus Weber",
    "Agrícola del Valle S.A. de C.V., Agricola del Valle",
    "ООО Северный Лес, Северный Лес",
    "ТОВ Карпати, Карпати",
    "شركة النور للتجارة ش.م.م, النور للتجارة",
    "مؤسسة الخليج للمقاولات, الخليج للمقاولات",
    "الواحة للصيانة ذ.م.م, الواحة للصيانة",
    "东莞明辉制衣有限公司, 东莞明辉制衣",
    "บริษัท ปลาทอง จำกัด, ปลาทอง",
    "ক্রাউন নিটওয়্যার লিমিটেড, ক্রাউন নিটওয়্যার",
    "हिमाल ओभरसिज प्रा. लि., हिमाल ओभरसिज",
    "주식회사 한빛수산, 한빛수산",
    "Công ty TNHH May Sông Hồng, May Song Hong",
  })
  void areOneWithoutTheirLegalForm(String onRecord, String asked) {
    Evidence evidence = compare(Kind.ORGANISATION_NAME, onRecord, asked);
    assertThat(evidence.agreement()).isIn(Agreement.EXACT, Agreement.SAME_WRITTEN_DIFFERENTLY);
    assertThat(evidence.bits()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "ООО Северный Лес, OOO Severny Les",
    "شركة البركة ش.م.م, Al Baraka L.L.C.",
    "บริษัท ปลาทอง จำกัด, Plathong Co. Ltd.",
    "ক্রাউন ফ্যাশন লিমিটেড, Crown Fashion Ltd",
  })
  void areOneInAnotherScript(String onRecord, String asked) {
    Evidence evidence = compare(Kind.ORGANISATION_NAME, onRecord, asked);
    assertThat(evidence.agreement()).isNotEqualTo(Agreement.DIFFERENT);
    assertThat(evidence.bits()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "'Plot 12, Sector 5, Savar, Dhaka', 'Plot 21, Sector 5, Savar, Dhaka'",
    "'Unit 4B, Jebel Ali Free Zone, Dubai', 'Unit 7B, Jebel Ali Free Zone, Dubai'",
    "'Lot 118, Jalan Perusahaan 3, Klang', 'Lot 119, Jalan Perusahaan 3, Klang'",
    "'Room 902, 15 Queen Street, Kowloon', 'Room 903, 15 Queen Street, Kowloon'",
  })
  void atAnotherUnitAreAnotherPlace(String onRecord, String asked) {
    Evidence evidence = compare(Kind.ADDRESS, onRecord, asked);
    assertThat(evidence.agreement()).isIn(Agreement.OTHER_UNIT, Agreement.DIFFERENT);
    assertThat(evidence.bits()).isNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "'Plot No. 12, Sector-5, Savar, Dhaka', 'plt 12 sec 5 Savar Dhaka'",
    "'Bldg. 7, Flat 03, Street 812, Manama', 'Building 7 Flat 3 St 812 Manama'",
    "'บ้านเลขที่ ๑๒ ถนนสุขุมวิท', 'บ้านเลขที่ 12 ถนนสุขุมวิท'",
  })
  void atOneUnitAreOnePlace(String onRecord, String asked) {
    Evidence evidence = compare(Kind.ADDRESS, onRecord, asked);
    assertThat(evidence.bits()).isPositive();
    assertThat(evidence.agreement()).isNotIn(Agreement.OTHER_UNIT, Agreement.NEAR);
  }
}
