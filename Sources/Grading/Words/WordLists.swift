/// Frequent English words by class. A word with two uses stands where it is met most in answers about learning machines.
enum WordLists {
    static let byClass: [(WordClass, String)] = [
        (.the, "the"), (.a, "a an"), (.demonstrative, "this these those"), (.that, "that"), (.there, "there here"),
        (
            .quantity,
            """
            all any some each every many much more most few fewer less least several both another other others such enough
            either various lots lot none plenty own same certain
            """
        ),
        (.possessive, "my your his her its our their whose"),
        (.subjectPronoun, "i he she we they you someone somebody everyone everybody nobody anyone people humans"),
        (
            .objectPronoun,
            "me him us them themselves itself ourselves yourself himself something anything nothing everything"
        ),
        (.it, "it one ones"), (.wh, "what which who where when how why whatever whether"),
        (.of, "of"), (.to, "to"), (.into, "into onto toward towards"),
        (
            .preposition,
            """
            in on at from about over under between through during before after against without within among across along
            around behind beyond near above below per via until upon off out up down inside outside like unlike
            """
        ),
        (.by, "by"), (.with, "with"), (.for, "for"), (.as, "as"), (.than, "than"),
        (.and, "and or nor plus"), (.but, "but however yet instead rather"),
        (.because, "because if while whereas although though since so unless once thus therefore hence"),
        (.not, "not no never neither cannot"),
        (.is, "is are was were am"), (.be, "be been being"), (.have, "have has had having"),
        (.do, "do does did doing done"),
        (.modal, "can could will would should may might must shall"),
        (.degree, "very too also only just even quite almost nearly still really well far exactly especially mostly"),
        (.time, "now then always often usually again already later ever sometimes first last next finally once"),
        (.adverb, "together away back apart instead maybe perhaps else otherwise forward ahead better worse"),
        (
            .verb,
            """
            accept achieve act add adjust affect aim allow apply approximate arrest ask assign assume avoid base become begin
            believe belong bring build buy calculate call care carry catch cause change check choose classify clean collect
            come compare compute confirm connect consider consist contain continue control convert copy cost count create
            crop decide decrease define depend describe design detect determine develop die differ discover divide draw
            drive eat end enter evaluate exist expect explain express extract fail fall feed feel fill find fit fix follow
            force forget function gather generalise generalize generate get give go grow guess happen hear help hide hold
            hurt identify ignore improve include increase influence invent involve judge keep know lead learn leave let
            lie limit listen live look lose make match matter mean measure meet memorise memorize mind minimise minimize
            miss mistake move need notice obtain occur open operate optimise optimize organise overfit own pay perform pick
            place plan play predict prepare prevent produce program protect prove provide publish put reach read realise
            realize recognise recognize record reduce refer reject rely remain remember remove repeat replace represent
            require rescale resize return reuse reveal run save say see seem select sell send separate serve set share show
            skip solve speak specify spend split spot stand start stay stop store study suffer suggest suit supply support
            take talk teach tell tend think throw train transfer treat try tune turn understand update use validate vary
            visit vote wait want watch win wish work write
            """
        ),
        (
            .ed,
            """
            began begun bought broken brought built came caught chosen came did drawn driven fed felt fell forgot forgotten
            found fit gave given gone got gotten grew grown held hidden hid kept knew known led left lost made meant met
            paid put ran said saw seen sent set shown sold sought spent stood taken taught thought threw thrown told took
            understood used went won written wrote
            """
        ),
        (
            .adjective,
            """
            able abstract accurate actual artificial automatic available bad basic best better big biased black blind blue
            broad careful cheap clear close common complete complex complicated computational correct cost current dangerous
            dark dead deep different difficult digital direct early easy economic edge empty entire equal exact existing
            expensive explicit external extra fair false familiar famous fast faster few final fine fixed flat free fresh
            full future general generic global good great half happy hard harder hidden high higher human hungry ideal
            important impossible independent individual initial internal isolated key large larger late latest lazy left
            likely linear literal little local long longer loose low lower main major manual mathematical medical modern
            multiple narrow natural necessary neural new nice normal numeric numerical obvious old older open original
            overall own parallel particular past perfect poor popular possible powerful practical precise previous private
            proper public pure quick random raw ready real recent red regular relevant representative responsible rich right
            robust rough round safe scientific second secret sensible separate serious several severe sharp short similar
            simple single slow small smaller social soft sole solid special specific stable standard strange strict strong
            suitable sure tabular technical third tiny total true typical underlying unique unknown unlikely unseen unusual
            useful useless usual valid valuable vast visual weak weird whole wide wrong yellow young
            """
        ),
        (
            .noun,
            """
            accuracy algorithm amount answer approach architecture area arrest art author behaviour behavior bias bird board
            body book boundary box brain business car card care case cat category chance child choice class classification
            code colour color combination company computer concept condition consequence context cost country course crime
            criterion customer dataset data date day decision degree detail device difference direction doctor dog domain
            driver edge effect effort element end energy engine environment epoch equation error event evidence example
            experience expert eye face fact factor failure feature feedback field figure file film filter fire form formula
            fraction framework friend game goal government gradient graph graphics group habit hand hardware head health
            history home house hyperparameter idea image impact index individual information input instance interest
            internet item job kind knowledge label language law layer learner learning lesson letter level library life line
            list logic loop loss machine manner map market math mathematics mathematics matrix maximum meaning mechanism
            medicine memory metric minimum minute misunderstanding mistake mode model moment money month mouse movement movie
            music name nature nerve network neuron number object office officer optimiser optimizer option order organisation
            organization output page pair paper parameter part past path pattern percent percentage performance period
            person phd phone photo photograph picture piece pixel place point police policy position power practice
            prediction price problem procedure process processor product program project property prototype purpose quality
            quantity question range rate rating reality reason region regression relationship requirement research resource
            response rest result risk road role room rule sale sample scale school science score screen segmentation sense
            sentence sequence series set shape side sign signal situation size society software something sort sound source
            space speech speed stage state statement step structure student subject sum system table tail target task teacher
            team technique temperature term test text theorem theory thing thumb time tool topic town training tree truth
            type unit user validation value variable variety vendor version video view vision voice water way week weight
            woman word world year
            """
        ),
    ]
}
