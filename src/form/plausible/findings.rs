//! Finding codes of what contradicts itself or says nothing, whatever the form: logic, and no law.

use crate::finding::codes;

codes! {
    /// A death before the birth of the same person.
    DIED_BEFORE_BORN = "plausibility.died_before_born", Error, Citizen,
        vi: "“{field}” đứng trước ngày sinh của người đó." => "Hãy xem lại hai ngày này trên giấy tờ.",
        en: "“{field}” is before that person's birth." => "Look at both days on the papers again.";
    /// A last day before the first one.
    ENDS_BEFORE_IT_BEGINS = "plausibility.ends_before_it_begins", Error, Citizen,
        vi: "“{field}” đứng trước “{other}”." => "Hãy xem lại hai ngày này.",
        en: "“{field}” is before “{other}”." => "Look at both days again.";
    /// A parent born after the child, or with it.
    PARENT_BORN_LATER = "plausibility.parent_born_later", Error, Citizen,
        vi: "{one}: ngày sinh không trước ngày sinh của con ({other})." => "Hãy xem lại hai ngày sinh.",
        en: "{one}: the birth is not before that of the child ({other})." => "Look at both dates of birth again.";
    /// A parent under twelve at the birth of the child.
    PARENT_UNDER_TWELVE = "plausibility.parent_under_twelve", Error, Citizen,
        vi: "{one} khi con sinh ra ({other}) chưa đủ 12 tuổi." => "Hãy xem lại hai ngày sinh.",
        en: "{one} was under 12 at the birth of the child ({other})." => "Look at both dates of birth again.";
    /// A parent of 12 to 15 at the birth of the child: it happens, and is rare.
    PARENT_VERY_YOUNG = "plausibility.parent_very_young", Warning, Citizen,
        vi: "{one} khi con sinh ra ({other}) chưa đủ 16 tuổi." => "Hãy kiểm tra lại hai ngày sinh; nếu đúng thì giữ nguyên.",
        en: "{one} was under 16 at the birth of the child ({other})." => "Check both dates of birth; if they are right, leave them.";
    /// A mother of over 55, a father of over 80 at the birth of the child.
    PARENT_VERY_OLD = "plausibility.parent_very_old", Warning, Citizen,
        vi: "{one} khi con sinh ra ({other}) đã {age} tuổi." => "Hãy kiểm tra lại hai ngày sinh; nếu đúng thì giữ nguyên.",
        en: "{one} was {age} at the birth of the child ({other})." => "Check both dates of birth; if they are right, leave them.";
    /// One number given for two people.
    ONE_NUMBER_FOR_TWO = "plausibility.one_number_for_two", Error, Citizen,
        vi: "{other} có cùng số với {one}, mà mỗi người chỉ có một số riêng." => "Hãy đọc số trên thẻ của từng người.",
        en: "{other} has the number of {one}, but a number is one person's only." => "Read the number on each person's own card.";
    /// Two people with one name and one day of birth, and nothing that tells them apart.
    SAME_DATA_FOR_TWO = "plausibility.same_data_for_two", Error, Citizen,
        vi: "{other} có họ tên, ngày sinh giống hệt {one}." => "Hãy ghi đúng thông tin của từng người.",
        en: "{other} has the same name and birth as {one}." => "Give each person's own details.";
    /// Two people with one name and one birth whose numbers differ, or of whose births only the year is known.
    MAY_BE_ONE_PERSON = "plausibility.may_be_one_person", Warning, Citizen,
        vi: "{other} có họ tên và ngày sinh hoặc năm sinh như {one}." => "Nếu đúng là hai người thì giữ nguyên; nếu không, hãy ghi đúng thông tin của từng người.",
        en: "{other} has the name and the birth or its year of {one}." => "If they are two people, leave it; if not, give each person's own details.";
    /// A father who is said to be female, a mother who is said to be male.
    SEX_AGAINST_ROLE = "plausibility.sex_against_role", Error, Citizen,
        vi: "“{field}” không khớp với việc người này là {role}." => "Hãy xem lại giới tính hoặc quan hệ đã khai.",
        en: "“{field}” does not fit this person's being the {role}." => "Look at the sex, or at the relation that was declared, again.";
    /// A parent whose number holds a year of birth that is not before the child's.
    NUMBER_AGAINST_CHILD = "plausibility.number_against_child", Warning, Citizen,
        vi: "Theo số định danh, {one} sinh năm {year}, không trước con ({other})." => "Hãy đọc lại số trên thẻ và xem lại quan hệ đã khai.",
        en: "By the number {one} was born in {year}, not before the child ({other})." => "Read the number on the card again, and look at the declared relation.";
    /// Who is said to be somebody has another number, name or birth, or the other way round.
    ROLE_CONTRADICTS = "plausibility.role_contradicts", Error, Citizen,
        vi: "“{field}” của {other} không khớp với quan hệ đã khai với {one}." => "Hãy xem lại quan hệ và thông tin của hai mục.",
        en: "“{field}” of {other} does not fit the relation to {one} that was declared." => "Look at the relation and at both entries again.";
    /// A day in a person's life that is before the birth.
    BEFORE_BIRTH = "plausibility.before_birth", Error, Citizen,
        vi: "“{field}” đứng trước ngày sinh ({other})." => "Hãy xem lại hai ngày này.",
        en: "“{field}” is before the birth ({other})." => "Look at both days again.";
    /// A day before 1900.
    BEFORE_1900 = "plausibility.before_1900", Error, Citizen,
        vi: "“{field}” ghi một ngày trước năm 1900." => "Hãy xem lại năm.",
        en: "“{field}” is a day before 1900." => "Check the year.";
    /// A day that has not come, of what has happened; or one in another century.
    IN_THE_FUTURE = "plausibility.in_the_future", Error, Citizen,
        vi: "“{field}” ghi một ngày chưa tới." => "Hãy xem lại ngày, tháng, năm.",
        en: "“{field}” is a day that has not come." => "Check day, month and year.";
    /// A time that no clock shows.
    NO_SUCH_HOUR = "plausibility.no_such_hour", Error, Citizen,
        vi: "Không có giờ này ở “{field}”: giờ từ 00 đến 23, phút từ 00 đến 59." => "Hãy ghi lại, ví dụ 08:30.",
        en: "There is no such time in “{field}”: hours are 00 to 23, minutes 00 to 59." => "Write it again, for example 08:30.";
    /// A year that cannot be.
    NO_SUCH_YEAR = "plausibility.no_such_year", Error, Citizen,
        vi: "Năm ở “{field}” không thể có." => "Hãy ghi năm đủ bốn chữ số, từ 1900 đến nay.",
        en: "The year in “{field}” cannot be." => "Write it in four digits, from 1900 until now.";
    /// Dots, dashes, one letter: nothing is said. A warning where no answer is needed.
    SAYS_NOTHING = "plausibility.says_nothing", Error, Citizen,
        vi: "“{field}” mới chỉ có dấu hoặc một chữ, chưa nói lên điều gì." => "Hãy ghi đầy đủ; không có gì để ghi thì bỏ trống.",
        en: "“{field}” holds signs or a single letter only and says nothing." => "Write it out; leave it empty if there is nothing to say.";
    /// Letters of two scripts in one name.
    MIXED_SCRIPTS = "plausibility.mixed_scripts", Error, Citizen,
        vi: "Họ tên ở “{field}” có chữ cái của bảng chữ khác, nhìn giống nhưng không phải chữ Việt." => "Hãy xóa đi và gõ lại bằng bộ gõ tiếng Việt.",
        en: "The name in “{field}” holds letters of another script that only look like Latin ones." => "Clear it and type it again.";
    /// A whole name in another script.
    OTHER_SCRIPT = "plausibility.other_script", Warning, Citizen,
        vi: "Họ tên ở “{field}” không viết bằng chữ La-tinh." => "Hãy ghi như trong hộ chiếu.",
        en: "The name in “{field}” is not in Latin letters." => "Write it as in the passport.";
    /// A text that was read in the wrong encoding.
    GARBLED = "plausibility.garbled", Warning, Citizen,
        vi: "Chữ ở “{field}” có vẻ bị lỗi bảng mã." => "Hãy gõ lại, hoặc dùng chữ đã được sửa nếu có.",
        en: "The text in “{field}” seems to have been read in the wrong encoding." => "Type it again, or take over what is offered.";
    /// A name without a capital.
    SMALL_LETTERS = "plausibility.small_letters", Info, Citizen,
        vi: "Họ tên ở “{field}” viết bằng chữ thường; tờ khai ghi chữ in hoa." => "Có thể dùng: {offer}.",
        en: "The name in “{field}” is in small letters; forms are written in capitals." => "You can use: {offer}.";
    /// An answer that refers to another one.
    REFERS_ELSEWHERE = "plausibility.refers_elsewhere", Warning, Citizen,
        vi: "“{field}” chỉ ghi là như mục khác." => "Hãy ghi lại đầy đủ.",
        en: "“{field}” only refers to another entry." => "Write it in full.";
    /// The nationality where the ethnic group is asked for.
    NATIONALITY_AS_ETHNICITY = "plausibility.nationality_as_ethnicity", Warning, Citizen,
        vi: "“{field}” ghi quốc tịch, không phải dân tộc." => "Hãy ghi dân tộc, ví dụ: Kinh.",
        en: "“{field}” names a nationality, not an ethnic group." => "Write the ethnic group, for example: Kinh.";
    /// An ethnic group where the nationality is asked for.
    ETHNICITY_AS_NATIONALITY = "plausibility.ethnicity_as_nationality", Warning, Citizen,
        vi: "“{field}” ghi tên một dân tộc, không phải quốc tịch." => "Hãy ghi quốc tịch, ví dụ: Việt Nam.",
        en: "“{field}” names an ethnic group, not a nationality." => "Write the nationality, for example: Việt Nam.";
    /// A district, a town, a city below a province or, by the lists, a commune of before where today's units are asked for.
    OLD_UNIT = "plausibility.old_unit", Warning, Citizen,
        vi: "“{field}” ghi đơn vị không còn từ 01/7/2025 ({unit})." => "Hãy ghi xã, phường và tỉnh, thành phố hiện nay.",
        en: "“{field}” names a unit that is no more since 1 July 2025 ({unit})." => "Give today's commune and province.";
    /// The same, where the lists of units have no single answer: the commune was divided, or several have its name.
    OLD_UNIT_UNSURE = "plausibility.old_unit_unsure", Warning, Citizen,
        vi: "“{field}” ghi đơn vị không còn từ 01/7/2025 ({unit}); nay có thể là: {units}." => "Hãy ghi xã, phường hiện nay của địa chỉ này.",
        en: "“{field}” names a unit that is no more since 1 July 2025 ({unit}); today it may be: {units}." => "Give the commune that this address is in today.";
    /// An address of one part that names neither commune nor province.
    ADDRESS_INCOMPLETE = "plausibility.address_incomplete", Warning, Citizen,
        vi: "“{field}” chưa ghi xã, phường và tỉnh, thành phố." => "Hãy ghi đủ địa chỉ.",
        en: "“{field}” names neither commune nor province." => "Write the whole address.";
    /// Initials in a name.
    NAME_ABBREVIATED = "plausibility.name_abbreviated", Warning, Citizen,
        vi: "“{field}” có chữ viết tắt." => "Hãy ghi đầy đủ họ, chữ đệm và tên như trên giấy tờ.",
        en: "“{field}” has initials." => "Write the full name as it stands on the papers.";
    /// Two people where one is asked for.
    TWO_PEOPLE = "plausibility.two_people", Warning, Citizen,
        vi: "“{field}” có vẻ ghi tên hai người." => "Hãy ghi một người; người kia ghi ở mục hoặc dòng khác.",
        en: "“{field}” seems to name two people." => "Give one person; the other one has an item or a row of their own.";
    /// A form of address in front of the name.
    TITLE_IN_NAME = "plausibility.title_in_name", Warning, Citizen,
        vi: "“{field}” có cách xưng hô trước họ tên." => "Hãy chỉ ghi họ, chữ đệm và tên như trên giấy tờ.",
        en: "“{field}” begins with a form of address." => "Write the name alone, as it stands on the papers.";
    /// An organisation, or words in the place of a name.
    NO_PERSON = "plausibility.no_person", Warning, Citizen,
        vi: "“{field}” không phải là họ tên của một người." => "Hãy ghi họ, chữ đệm và tên; nếu không có người này thì để trống.",
        en: "“{field}” is not a person's name." => "Give the full name; leave it empty if there is no such person.";
    /// An office without its place.
    OFFICE_UNNAMED = "plausibility.office_unnamed", Warning, Citizen,
        vi: "“{field}” chưa ghi rõ tên cơ quan." => "Hãy ghi cả tên xã, phường, ví dụ: Công an phường Mẫu.",
        en: "“{field}” does not name the office." => "Give its commune too, for example: Công an phường Mẫu.";
    /// The police where the people's committee takes the form, or the other way round.
    OTHER_OFFICE = "plausibility.other_office", Warning, Citizen,
        vi: "“{field}” ghi một cơ quan khác: việc này do {office} giải quyết." => "Hãy ghi tên {office} nhận tờ khai.",
        en: "“{field}” names another office: this is a matter of {office}." => "Name {office} of the commune or province.";
}
