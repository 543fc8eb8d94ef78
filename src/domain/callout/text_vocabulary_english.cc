#include <array>

#include "domain/callout/text_vocabulary.h"

namespace callout {
namespace {

constexpr std::array groups = {
    Group{"adv",
          "just | really | still | also | unfortunately | honestly | definitely | sadly | so | "
          "very | super | too | again | def | literally | actually | currently | pretty"},
    Group{"i", "i | im | i am | i m | am | i ll | ill | i will | id | my self"},
    Group{"must",
          "have to | need to | gotta | got to | going to | gonna | must | had to | having to | "
          "going to have to | gonna have to | have got to | would like to | like to | want to | "
          "am going to | will have to | will need to | going to need to | gonna need to | will | "
          "be | "
          "will be"},
    Group{"cant",
          "cant | cannot | cnt | can not | can t | cany | canot | cannt | cantt | carnt | "
          "wont be able to | wont be abel to | wont able to | wont b able to | unable to | "
          "won t be able to | will not be able to | not going to be able to | not able to | "
          "not gonna be able to | not be able to | wont be abke to | can no longer"},
    Group{"workplace", "work | wrk | the office | the clinic | job | wrok"},
    Group{"in", "in | inn | into | n"},
    Group{"come",
          "come <in> | come <in>? to? <workplace> | come <in> to <workplace> | comein | come | "
          "cone <in> | com <in> | comr <in> | make it <in>? | make it <in>? to <workplace> | make "
          "it into <workplace> | "
          "make it there | make it to my shift | make my shift | make <in> | mke it <in>? | "
          "maje it <in>? | get <in>? to <workplace> | get there | "
          "go <in>? to? <workplace> | go <in> | be <in> | be there | be at <workplace> | work | "
          "work my shift | do my shift | be coming <in>? | cover my shift | come on in | "
          "report to? <workplace> | report <in>"},
    Group{"wont",
          "wont | won t | wnt | wont not | will not | wil not | not going to | not gonna | "
          "not gona | not | aint | aint gonna | aint going to"},
    Group{"be_in",
          "be <in> | be coming <in>? | be coming <in>? to? <workplace> | be there | "
          "be at <workplace> | b <in> | b there | be making it <in>? | make it <in>? | "
          "make it <in>? to? <workplace> | come <in> | come <in>? to <workplace> | "
          "be going <in> | make my shift | be attending work | be reporting to work | "
          "make it to my shift | be at my shift | get there"},
    Group{"coming",
          "coming <in>? | coming <in>? to? <workplace> | comming <in>? | comin <in>? | "
          "comming <in>? to? <workplace> | making it <in>? | making it <in>? to <workplace> | "
          "going <in> | cming <in>?"},
    Group{"shift",
          "to work | for work | for my shift | for the shift | for shift | at all | my shift | "
          "for my whole shift | this shift | for my TIME shift"},
    Group{"calling", "calling | callin | caling | callng | callling | caaling | calln"},
    Group{"sick", "sick | sik | sickk | ill | scik | sicl | unwell"},
    Group{"later_day",
          "DATE | tomorrow | tmrw | tmw | tmr | tomorow | tommorow | tommorrow | monday | "
          "tuesday | wednesday | thursday | friday | saturday | sunday | next week | "
          "next shift | soon | later this week | next shift"},
    Group{"weekday",
          "monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tues | "
          "tue | wed | weds | thurs | thur | thu | fri | wensday | wednsday | thrusday"},
    Group{"leaving_at", "at | by | around | at about | at around | about"},
    Group{"minutes", "DURATION | NUMBER | NUMBER to DURATION | NUMBER or DURATION"},
    Group{"clock", "TIME | NUMBER"},
    Group{"at",
          "at | by | around | about | till | until | til | at around | at about | for | like | @"},
};

constexpr std::array phrases = {
    // What takes an absence back, or says that there is none, before what would be read as one.
    Phrase{Role::withdrawn, Subject::sender, R"(
        <i>? <adv>? not <calling> out|off|in? sick?
        <i>? <wont> be? <calling>|call out|off|in sick?
        <i>? dont need|have|want to call out|off|in sick?
        <i>? didnt call out|off|in sick?
        <i>? <wont> be out|absent
        <i>? not out|absent|missing
        <i>? not staying home
        <wont> miss|missing work
        never mind|mine
        nevermind|nvm|jk|disregard
        just kidding
        false alarm
        scratch that
        ignore that|this|my|the
        <i>? changed my mind
        dont mark|put me
        automatic|auto reply
        out of office)"},
    Phrase{Role::not_sick, Subject::sender, R"(
        <i>? <adv>? not <adv>? <sick> anymore?
        <i>? no longer <sick>
        <i>? <adv>? not that <sick>
        <i>? <adv>? isnt|aint <sick>)"},
    Phrase{Role::other, Subject::open, R"(
        <i>? <sick> of
        <i>? <adv>? <sick> and|n|& tired
        <sick> days|time|leave|pay|hours|note|list|bank
        no pain
        call me
        out of
        <i>? <must>? out back|front
        <i>? out of town|here
        work out
        too late
        late shift|period|fee|lunch
        make it up)"},
    Phrase{Role::late, Subject::open, R"(
        <i>? <adv>? running <adv>? <minutes> late|behind
        <i>? <adv>? running <adv>? a? bit|little|few? minutes? late|behind|tardy
        <i>? <adv>? running <adv>? late|behind by|about? <minutes>?
        running|runnin|runing like|about|approximately <minutes> late|behind
        <i>? runnin|runing DURATION? late|behind
        <i>? <adv>? <must>? arriving|arrive|coming|come|report DURATION? late
        <i>? <adv>? <must>? get|show in|up DURATION? late
        <i>? <adv>? coming in|into? work? DURATION? late
        <i>? <adv>? <must>? be? like|about|around? <minutes> late|tardy
        <i>? <adv>? <must>? be <adv>? a? bit|little|few? minutes? late|tardy
        <i> <adv>? a? bit|little? late
        DURATION late|tardy
        late by|about? <minutes>
        late today
        <i>? <must>? be? <in>|there|here in? about|like? DURATION
        <i>? <must>? be there in <minutes>
        <i>? <must>? be there|<in> <at> <clock>
        <i>? <cant>|<wont> <come> today? until|till|til|before <at>? <clock>
        <i>? <wont> <be_in> today? until|till|til|before <at>? <clock>
        <i>? <cant>|<wont> <come> on time
        <i>? <wont> <be_in> on time
        <i>? <must>? coming|come|get|getting|arriving|arrive <in>|there? <at> <clock>
        <in> at <clock>
        <i>? <adv>? stuck in traffic)"},
    Phrase{Role::early, Subject::open, R"(
        <i>? <adv>? <must>? leaving|leave|leavin|head|heading|go|going <workplace>? early <leaving_at>? <clock>?
        <i>? <adv>? <must>? head|heading out early today? <leaving_at>? <clock>?
        <i>? <adv>? <must>? leaving|leave|leavin|head|heading out? <leaving_at> <clock>
        <i>? <adv>? <must>? leave|leaving|go|going DURATION early
        <i>? <adv>? <must>? leaving|leave|go|going|heading|head home <sick>|early
        <i>? <adv>? <must>? go|going|leave|leaving home <leaving_at> <clock>
        <i>? <adv>? leaving|leave|going home <sick> <leaving_at>? <clock>?
        <i>? <must>? clocking|clock out early <leaving_at>? <clock>?)"},
    Phrase{Role::back, Subject::open, R"(
        <i>? <adv>? <must>? be? back|return|returning in|on|at|to? work? on|by? <later_day>
        <i>? <adv>? <must>? be? coming|come back <in>? on|by? <later_day>
        <i>? <adv>? <must>? be <in>|there on? <later_day>
        <i>? <adv>? plan|planning|hope|hoping|expect to|on be? being? back|return|<in> on? <later_day>
        coming in on? <later_day>
        see you|u|ya|yall|everyone on? <later_day>
        until|till|til tomorrow)"},
    Phrase{Role::better, Subject::open, R"(
        <i>? feeling|feel|felt much|a? lot? better
        <i>? all better)"},
    Phrase{Role::absent, Subject::open, R"(
        <i>? <adv>? <cant> <adv>? <come> <shift>?
        <i>? <adv>? <wont> <adv>? <be_in> <shift>?
        <i>? <adv>? not|aint|wont <adv>? <coming> <shift>?
        <i>? <adv>? <must>? be? <calling> out|of|off of|from? work? <sick>? <shift>?
        <i>? <adv>? <must>? be? <calling> <in>? <sick> to|from|of? work? <shift>?
        <i>? <adv>? <must> call out|off of|from? work? <sick>? <shift>?
        <i>? <adv>? <must>? call out|off|<in>? <sick>
        <i>? <adv>? <must>? reporting|report off|out|<in>? <sick>
        <i>? <adv>? reporting an? absence
        <i>? <adv>? <must> report|mark off|out
        <i>? <adv>? <must>? be? out|off|home <sick>
        <i>? <adv>? <must>? staying home|hone <sick>
        <i> <adv>? <must>? stay home|hone <sick>
        <must> stay home|hone <sick>
        <i>? <adv>? <must>? taking|take|using|use|needing|need a|my|one? <sick> day
        <i>? <adv>? <must>? taking|take|using|use a|my|one? personal|mental health? day
        <i>? <adv>? <must>? take|taking|use|using|need <sick> time|leave|hours
        <i>? <adv>? <must>? taking|take the day|night off
        <i>? <adv>? <must> miss my? work|shift
        <i>? <adv>? missing work|my shift
        <i>? <must>? missing my shift)"},
    Phrase{Role::absent, Subject::sender, R"(
        im|i am|i m not going to work
        i wont be working
        i cant go)"},
    Phrase{Role::away, Subject::open, R"(
        <i>? <adv>? <must>? out for?
        <i>? <adv>? <must>? be? absent
        <i>? <adv>? <must>? staying home|hone
        <i> <adv>? <must>? stay home|hone
        <must> stay home|hone
        <i>? <adv>? calling in
        call|calling out|off
        callout|calloff|callingout
        <sick> call
        <sick> day
        day off <sick>)"},
    Phrase{Role::fmla, Subject::open, R"(
        fmla|fml a?
        <i>? <must>? taking|take|using|use|on|claiming my|intermittent? fmla day|time|leave?
        intermittent? fmla day|time|leave
        intermittent fmla)"},
    Phrase{Role::sick, Subject::sender, R"(
        im|i <adv>? <sick>
        i am|m <adv>? <adv>? <sick>
        im <adv>? <adv>? <sick> as a dog
        im <adv>? <adv>? <adv>? <sick>
        i woke up? <adv>? <sick>)"},
    Phrase{Role::sick, Subject::open, R"(
        <adv>? <sick>
        too <sick> to work|come in?
        woke up <sick>)"},
    Phrase{Role::today, Subject::open, R"(
        for|on? today|2day|tday|todays|todsy|toady|tody|todau
        today morning
        for? this morning|mornin|am|afternoon|day
        for the day today?
        for todays shift)"},
    Phrase{Role::tonight, Subject::open, R"(
        for? tonight|2nite|2night|tonite|tonght|tonigth|tonights shift?
        for? this evening)"},
    Phrase{Role::tomorrow, Subject::open, R"(
        for|on? tomorrow|tmrw|tmw|tmr|tomorow|tommorow|tommorrow|tomorrows|2moro|2morrow|tomm|tmmrw shift?
        for? tomorrow|tmrw|tmw|tmr|tomorow|tommorow|tommorrow morning|night|afternoon|evening|am|pm)"},
    Phrase{Role::weekday, Subject::open, R"(
        for|on|this? <weekday> shift|morning|night|evening|afternoon?
        on|this sat|sun)"},
    Phrase{Role::date, Subject::open, "for|on|the? DATE"},
    Phrase{Role::several, Subject::open, R"(
        for? the? rest|remainder of the week|month|weekend
        for? all|this|the|whole|entire? whole? week|weekend
        until|till|til|through|thru on? <weekday>|DATE|sat|sun
        until further notice
        for? a|the|next? next? few|couple|couple|several of? days
        for? the? next NUMBER|two|three|four|five days
        for NUMBER|two|three|four|five days
        NUMBER|two|three|four|five days
        both days
        every day)"},
    Phrase{Role::since, Subject::open, R"(
        since|from last? <weekday>|yesterday|night|week
        since DATE
        since|from this? last|morning night?
        since DURATION|TIME ago?
        all day|night|morning|weekend
        since NUMBER)"},
    Phrase{Role::past, Subject::open, R"(
        yesterday|yesterdays
        last week|month|year|night|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift
        NUMBER|two|three|few days ago
        earlier today
        the other day
        was|were|used)"},
    Phrase{Role::far, Subject::open, R"(
        next <weekday>|week|month|year|time
        in? a|one|two|three|few|couple|NUMBER? weeks
        day after tomorrow|tmrw
        every <weekday>|week
        christmas|thanksgiving|easter
        vacation
        on? my day|days off
        on? my off day|days)"},
    Phrase{Role::condition, Subject::open, "if|unless|whether|depending|incase\n in case"},
    Phrase{Role::hedge, Subject::open, R"(
        might|may|maybe|mayb|prob|probably|prolly|possibly|perhaps|potentially
        i? think|guess|suppose|doubt
        i? dont|don? t? think
        i? do not think
        not sure
        thinking about?
        considering|almost|hopefully|wish)"},
    Phrase{Role::report, Subject::open, R"(
        say|said|says|saying|told|tells|asked|asking|heard|thinks|knows|thought|pretend|imagine|hate)"},
};

}  // namespace

std::span<const Group> english_groups() {
  return groups;
}
std::span<const Phrase> english_phrases() {
  return phrases;
}

}  // namespace callout
