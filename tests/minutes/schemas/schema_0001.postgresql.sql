SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.rulings_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'rulings are only added to'; END $$;
CREATE TABLE public.actors (
    number integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    country text,
    wikidata text,
    key text NOT NULL,
    folded text NOT NULL,
    merged_into integer
);
CREATE SEQUENCE public.actors_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.actors_number_seq OWNED BY public.actors.number;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.articles (
    number integer NOT NULL,
    id text NOT NULL,
    url text,
    headline text,
    publisher text,
    published text,
    language text,
    text text NOT NULL,
    added text NOT NULL,
    version text NOT NULL,
    model text NOT NULL,
    record bytea NOT NULL,
    copy_of integer,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((COALESCE(headline, ''::text) || ' '::text) || "left"(text, 400000)))) STORED
);
CREATE SEQUENCE public.articles_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.articles_number_seq OWNED BY public.articles.number;
CREATE TABLE public.bands (
    band text NOT NULL,
    article integer NOT NULL
);
CREATE TABLE public.conflicts (
    number integer NOT NULL,
    article integer NOT NULL,
    local text NOT NULL,
    anchor text NOT NULL,
    kind text NOT NULL,
    first integer NOT NULL,
    second integer NOT NULL,
    question integer,
    made text,
    evidence json NOT NULL
);
CREATE SEQUENCE public.conflicts_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.conflicts_number_seq OWNED BY public.conflicts.number;
CREATE TABLE public.event_actors (
    event integer NOT NULL,
    actor integer NOT NULL,
    side text NOT NULL
);
CREATE TABLE public.events (
    number integer NOT NULL,
    article integer NOT NULL,
    local text NOT NULL,
    anchor text NOT NULL,
    class text NOT NULL,
    mode text,
    made text,
    spans json NOT NULL,
    evidence json NOT NULL,
    confidence double precision NOT NULL
);
CREATE SEQUENCE public.events_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.events_number_seq OWNED BY public.events.number;
CREATE TABLE public.joins (
    article integer NOT NULL,
    kind text NOT NULL,
    local text NOT NULL,
    home integer NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    details json NOT NULL
);
CREATE TABLE public.meetings (
    number integer NOT NULL,
    name text NOT NULL,
    date text,
    place text,
    key text NOT NULL,
    merged_into integer
);
CREATE SEQUENCE public.meetings_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.meetings_number_seq OWNED BY public.meetings.number;
CREATE TABLE public.participation (
    number integer NOT NULL,
    article integer NOT NULL,
    local text NOT NULL,
    anchor text NOT NULL,
    meeting integer NOT NULL,
    actor integer NOT NULL,
    role text NOT NULL,
    status text NOT NULL,
    according_to integer,
    made text,
    evidence json NOT NULL
);
CREATE SEQUENCE public.participation_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.participation_number_seq OWNED BY public.participation.number;
CREATE TABLE public.positions (
    number integer NOT NULL,
    article integer NOT NULL,
    local text NOT NULL,
    anchor text NOT NULL,
    actor integer NOT NULL,
    question integer NOT NULL,
    stance text NOT NULL,
    condition text,
    made text,
    evidence json NOT NULL,
    confidence double precision NOT NULL
);
CREATE SEQUENCE public.positions_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.positions_number_seq OWNED BY public.positions.number;
CREATE TABLE public.question_words (
    question integer NOT NULL,
    stem text NOT NULL,
    label boolean NOT NULL
);
CREATE TABLE public.questions (
    number integer NOT NULL,
    label text NOT NULL,
    merged_into integer
);
CREATE SEQUENCE public.questions_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.questions_number_seq OWNED BY public.questions.number;
CREATE TABLE public.ruled (
    kind text NOT NULL,
    article integer NOT NULL,
    anchor text NOT NULL,
    verdict text NOT NULL,
    "values" json NOT NULL,
    by text NOT NULL,
    disputed boolean NOT NULL
);
CREATE TABLE public.rulings (
    number integer NOT NULL,
    at text NOT NULL,
    by text NOT NULL,
    verdict text NOT NULL,
    kind text NOT NULL,
    article integer,
    anchor text NOT NULL,
    "values" json NOT NULL,
    machine json NOT NULL,
    why text,
    final boolean NOT NULL,
    undoes integer
);
CREATE SEQUENCE public.rulings_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.rulings_number_seq OWNED BY public.rulings.number;
CREATE TABLE public.speakers (
    statement integer NOT NULL,
    actor integer NOT NULL
);
CREATE TABLE public.statements (
    number integer NOT NULL,
    article integer NOT NULL,
    local text NOT NULL,
    anchor text NOT NULL,
    speaker integer,
    quotation text NOT NULL,
    act text NOT NULL,
    denied boolean NOT NULL,
    anonymous boolean NOT NULL,
    made text,
    words text NOT NULL,
    spans json NOT NULL,
    details json NOT NULL,
    confidence double precision NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "left"(words, 400000))) STORED
);
CREATE SEQUENCE public.statements_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.statements_number_seq OWNED BY public.statements.number;
ALTER TABLE ONLY public.actors ALTER COLUMN number SET DEFAULT nextval('public.actors_number_seq'::regclass);
ALTER TABLE ONLY public.articles ALTER COLUMN number SET DEFAULT nextval('public.articles_number_seq'::regclass);
ALTER TABLE ONLY public.conflicts ALTER COLUMN number SET DEFAULT nextval('public.conflicts_number_seq'::regclass);
ALTER TABLE ONLY public.events ALTER COLUMN number SET DEFAULT nextval('public.events_number_seq'::regclass);
ALTER TABLE ONLY public.meetings ALTER COLUMN number SET DEFAULT nextval('public.meetings_number_seq'::regclass);
ALTER TABLE ONLY public.participation ALTER COLUMN number SET DEFAULT nextval('public.participation_number_seq'::regclass);
ALTER TABLE ONLY public.positions ALTER COLUMN number SET DEFAULT nextval('public.positions_number_seq'::regclass);
ALTER TABLE ONLY public.questions ALTER COLUMN number SET DEFAULT nextval('public.questions_number_seq'::regclass);
ALTER TABLE ONLY public.rulings ALTER COLUMN number SET DEFAULT nextval('public.rulings_number_seq'::regclass);
ALTER TABLE ONLY public.statements ALTER COLUMN number SET DEFAULT nextval('public.statements_number_seq'::regclass);
INSERT INTO public.actors VALUES (1, 'Norland', 'state', 'NO', NULL, 'NO', 'norland', NULL);
INSERT INTO public.actors VALUES (2, 'Sudmark', 'state', 'SM', NULL, 'SM', 'sudmark', NULL);
INSERT INTO public.actors VALUES (3, 'Lena Okafor', 'person', 'NO', NULL, 'okafor', 'lena okafor', 1);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.articles VALUES (1, '58bb9d47707d8216', NULL, NULL, 'Gazette', '2026-03-04', 'en', 'Norland pays. Sudmark refuses to pay. Sudmark expelled the envoy.', '2026-11-25T19:51:58Z', '1.0', 'model-a', '\x789ccd544d8fda3010fd2b91cf80924081ed6db5aaaa1ebabb15bd21b472e281b570ecd41fec52b4ffbd1e1b930095b6eaa5bdc5e3c9bc376fdef84076a02b2a807ccc8a4146345006da1f0e7861b892fe9b14a39cf8cb463110780e1f434ade7c906acbebf0ff817086b71fe65575c326b3593e63f3b298e2af4ee38fd209e10fcf1e4470095da47595e0e6392093cff427580ba4170f75cbbc9c0ef3f1309fe095a072e3e8068b109018b1f06af174afb4bf64594bf766942d1c6ba8de661ad6ce80c9acc28b2e0eaf2d08012cb3cf9081dca9fd28f6555ba58dafb74c7ddd16882269033d140c6db90c09c6d248bb564e5abd0f690f1850eb35af21545bf9e30bdf72462ded0468405a2f76ccf0f027cc711ff3c8f93dccc5d7bfc0c49c500cc3677d2f42dfa605ba8d038a42d4ea183a41fc70ca17387a86710db52551490c5063c07b6517d832903c4c754d85012caf9cae2155aa5df7a9a4f58cf0b8cc075951ae30bae3342550c634f8da5dabaaaee9d1baa955efeaee5473db25736978ff522afbe431d75c37c09eaafd09462ab96f94333dd221cfb71288fb25e90d6e515e8a36fe47a2159341369efecfaa4519c09cdc9844fc56c44dafe2b3831b5a69ce36e0b758882053a55c68134d194ddc2ac3af2a3d1624ed74e7e084d941f90588b488716dabb48d33938cdb336560776a6089fbb1ba6c2b1fddf4ccf0589ea38fdf43571edcc01f8197bf039f05251a00cbe5e63434d85daef6a7b8c9c2db2c98f6f6feeefb9787fbf4d887b715df477266366c00eb59aa37d0a97fe518d3d23885e5783ec8a693d5ea82fd15f3e4066a2db78e757ec32cc1eb73f67745ff254c73c75805f60540266a832c51be16bdcf27cd32ca1aed54292e40b7029fd923196ff623b3b75f92622d51', NULL, DEFAULT);
INSERT INTO public.articles VALUES (2, 'e814f28eb87a1bf7', NULL, NULL, 'Gazette', '2026-03-04', 'en', 'Norland has accepted at the fee talks, the host said. ', '2026-11-25T19:51:58Z', '1.0', 'model-a', '\x789c8553b18edb300cfd154373727072875ed0add34ded0d1d8343404b7442449672129d360df2efa5e8384e86a28007f1897a241f9fcfe688a9018fe66bb598552621384c129ccb45a618e46c164fb591cb2e3af425d6c31ccc4540484c56df9f0db9728babc54bbb5c61b37a8545d3be96a77d2a0f43efbd043b29e229e0841cfac653de6965f3067f9019cd1daebccb7af9655e3fcfeb9772e5216c7bd8a2560c0561fccd25fa11935cba6a07b9026bf1c0e82ae08a7758b5881583dfe79986bb98b9ca40eea91a86b11c531692f538ccb745a10ed0e11d7581f6143421330cbddad8074e274d7b2f406c5bb2a86c1f12fea23d396098a6ee30b0283c645c4a8e9215f8a1879fda433e20ec078586a66cbc42b7129f7d1482ebd21c25b46c86a90a0039a32ceba8dd3a0ca4b2b6e03316fad8278b2393eda7630c2c1d95705dcfaa65fd51d023c19800ce2514ee69d4682d5cbd338e2ab69a224b3c2553c8747f19226fa4664ba943b7694eb73221865317fb7cd7b4e6c928dab8b8f432a88079d2b5b828667a003a44a6b07d10f9fbc3a207afa4749a1ca3aa955ddfac289f3e3a78d006cc7bf6d18c6bfcc79e4bbefe33741857253da8f1a6d5a6a87f94687314a970e4d4d9cde8e961b5362627b36c38fe5f423cdec45a175789e92e033e5a4e856626eeddb4a142e5c94e194d248f49c6e69b4ba4e4f5c1e52fa86b53ef', NULL, DEFAULT);
INSERT INTO public.articles VALUES (3, '650cf1c14c6d058c', NULL, NULL, 'Gazette', '2026-04-01', 'en', 'Sudmark pays now.', '2026-11-25T19:51:59Z', '1.0', 'model-a', '\x789c9d534b6fdb300cfe2b86ce4d60676d50ecb6d32edbbaa1c7202868894e88d892a747ba2cc87f1f253fe476b75e0cf1e3e3233fd25771465b438be27351dd15c22228b46c5ca3c391d1fc16d5ba14ecec8cc236dae9b102716310ac2799f2af8254f46e1f4ad954b2ba975b553e3cca981a6c4cd4a16dd93832494b1a33d287ba25774ccce22bfc45ef512cf05477536eb6abf27e5556d1d5823e0438c4220275443cfef1d17a0eaa037b2a7ab8b8429bd7f5d0a7f4c63af6efa63ebf7c8a591a3a5c6445e8443a05380f431bd204eded25857d8f80691a9298aaedd97ca51329f09007ea507b166f8860fa9973b3e4fc861a8aa71334c62e797b56dee877c43f9e3e401c63d214117e33fc7312d1f508a741f5410d694668a6f81d0c17180f419145e9c5206704c039e403382799146a4aab6aa07518cb9b60254e9564c84fa33d7714cd5d7957549b7d44cf0453002865916be7518d9430dee3342a9f6ab624f91c4cdad1d2a98d7f61ce866c87eaa5becc34dae84b67825b349de27894d4385ffe6d5001ddaceba4e1aff110ebe1aff0472c8e74e02b2e1ab4f6c2df240bd426f8bc8fde38faafd4cf4a4c379a973191662edee5d097303dd7198f532bf26f94c1f33cc02e6e7aff7eac72fd987ae9103de9c3ac1b9ea73b49ea784f3ea82c6bacd192cc11b5a1166ddfc6ff648458ea31e1f60f85115269', NULL, DEFAULT);
INSERT INTO public.conflicts VALUES (1, 1, 'C1', 'position: Norland / Sudmark on the bridge toll', 'position', 1, 2, 1, '2026-03-04', '[["S1"], ["S2"]]');
INSERT INTO public.event_actors VALUES (1, 1, 'target');
INSERT INTO public.event_actors VALUES (1, 2, 'source');
INSERT INTO public.events VALUES (1, 1, 'E1', '38-64', 'SANCTION', 'expel', NULL, '[[38, 64]]', '[]', 1);
INSERT INTO public.joins VALUES (1, 'actor', 'A1', 1, 'Norland', 'first seen here', '{"kind": "state", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO public.joins VALUES (1, 'actor', 'A3', 2, 'Sudmark', 'first seen here', '{"kind": "state", "country": "SM", "offices": [], "mentions": []}');
INSERT INTO public.joins VALUES (1, 'question', 'Q1', 1, 'the bridge toll', 'first seen here', '{"about": [1]}');
INSERT INTO public.joins VALUES (2, 'actor', 'A1', 1, 'Norland', 'same state', '{"kind": "state", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO public.joins VALUES (2, 'meeting', 'M1', 1, 'the ferry fee talks', 'first seen here', '{"date": "2026-06-01", "place": "Oslo", "state": null, "mentions": []}');
INSERT INTO public.joins VALUES (3, 'actor', 'A3', 2, 'Sudmark', 'same state', '{"kind": "state", "country": "SM", "offices": [], "mentions": []}');
INSERT INTO public.joins VALUES (3, 'actor', 'A2', 1, 'Lena Okafor', 'merged by a ruling with actor 3', '{"kind": "person", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO public.joins VALUES (3, 'question', 'Q1', 2, 'the higher ferry fee', 'first seen here', '{"about": []}');
INSERT INTO public.meetings VALUES (1, 'the ferry fee talks', '2026-06-01', 'Oslo', 'fee ferri talk', NULL);
INSERT INTO public.participation VALUES (1, 2, 'M1', 'Norland, invitee in the ferry fee talks', 1, 1, 'invitee', 'accepted', NULL, '2026-03-04', '["S1"]');
INSERT INTO public.positions VALUES (1, 1, 'P1', 'Norland on the bridge toll', 1, 1, 'support', NULL, '2026-03-04', '["S1"]', 0.9);
INSERT INTO public.positions VALUES (2, 1, 'P2', 'Sudmark on the bridge toll', 2, 1, 'oppose', NULL, '2026-03-04', '["S2"]', 0.7);
INSERT INTO public.positions VALUES (4, 3, 'P1', 'Sudmark on the higher ferry fee', 2, 2, 'oppose', NULL, '2026-04-01', '["S1"]', 0.8);
INSERT INTO public.question_words VALUES (1, 'bridg', true);
INSERT INTO public.question_words VALUES (1, 'toll', true);
INSERT INTO public.question_words VALUES (1, 'no', false);
INSERT INTO public.question_words VALUES (1, 'norland', false);
INSERT INTO public.question_words VALUES (2, 'fee', true);
INSERT INTO public.question_words VALUES (2, 'ferri', true);
INSERT INTO public.question_words VALUES (2, 'higher', true);
INSERT INTO public.questions VALUES (1, 'the bridge toll', NULL);
INSERT INTO public.questions VALUES (2, 'the higher ferry fee', NULL);
INSERT INTO public.ruled VALUES ('position', 1, 'Sudmark on the bridge toll', 'amend', '{"stance": "neutral"}', 'ann', false);
INSERT INTO public.ruled VALUES ('statement', 1, '0-12', 'amend', '{"speaker": "Mara Lind", "spans": {"content": [[0, 7]]}}', 'ann', false);
INSERT INTO public.ruled VALUES ('statement', 1, '14-36', 'reject', '{}', 'bob', false);
INSERT INTO public.rulings VALUES (1, '2026-11-25T19:51:59Z', 'ann', 'amend', 'position', 1, 'Sudmark on the bridge toll', '{"stance": "neutral"}', '{"stance": "oppose", "condition": null}', 'he only asked', false, NULL);
INSERT INTO public.rulings VALUES (2, '2026-11-25T19:51:59Z', 'ann', 'amend', 'statement', 1, '0-12', '{"speaker": "Mara Lind", "spans": {"content": [[0, 7]]}}', '{"speaker": 1, "spans": {"source": [], "cue": [], "content": [[0, 12]]}, "quotation": "direct", "act": "assertive", "denied": false}', NULL, false, NULL);
INSERT INTO public.rulings VALUES (3, '2026-11-25T19:51:59Z', 'bob', 'reject', 'statement', 1, '14-36', '{}', '{"speaker": 2, "spans": {"source": [], "cue": [], "content": [[14, 36]]}, "quotation": "direct", "act": "assertive", "denied": false}', NULL, false, NULL);
INSERT INTO public.rulings VALUES (4, '2026-11-25T19:51:59Z', 'bob', 'reject', 'position', 1, 'Norland on the bridge toll', '{}', '{"stance": "support", "condition": null}', NULL, false, NULL);
INSERT INTO public.rulings VALUES (5, '2026-11-25T19:51:59Z', 'bob', 'undo', 'position', 1, 'Norland on the bridge toll', '{}', '{}', NULL, false, 4);
INSERT INTO public.rulings VALUES (6, '2026-11-25T19:52:00Z', 'ann', 'merge', 'actor', NULL, '1 3', '{"into": 1, "from": 3, "moved": [[3, "A2"]]}', '{}', NULL, false, NULL);
INSERT INTO public.speakers VALUES (1, 1);
INSERT INTO public.speakers VALUES (2, 2);
INSERT INTO public.speakers VALUES (3, 1);
INSERT INTO public.speakers VALUES (5, 2);
INSERT INTO public.statements VALUES (1, 1, 'S1', '0-12', 1, 'direct', 'assertive', false, false, '2026-03-04', 'Norland pays', '{"source": [], "cue": [], "content": [[0, 12]]}', '{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}', 1, DEFAULT);
INSERT INTO public.statements VALUES (2, 1, 'S2', '14-36', 2, 'direct', 'assertive', false, false, '2026-03-04', 'Sudmark refuses to pay', '{"source": [], "cue": [], "content": [[14, 36]]}', '{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}', 1, DEFAULT);
INSERT INTO public.statements VALUES (3, 2, 'S1', '0-20', 1, 'direct', 'assertive', false, false, '2026-03-04', 'Norland has accepted', '{"source": [], "cue": [], "content": [[0, 20]]}', '{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}', 1, DEFAULT);
INSERT INTO public.statements VALUES (5, 3, 'S1', '0-12', 2, 'direct', 'assertive', false, false, '2026-04-01', 'Sudmark pays', '{"source": [], "cue": [], "content": [[0, 12]]}', '{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}', 1, DEFAULT);
SELECT pg_catalog.setval('public.actors_number_seq', 3, true);
SELECT pg_catalog.setval('public.articles_number_seq', 3, true);
SELECT pg_catalog.setval('public.conflicts_number_seq', 1, true);
SELECT pg_catalog.setval('public.events_number_seq', 1, true);
SELECT pg_catalog.setval('public.meetings_number_seq', 1, true);
SELECT pg_catalog.setval('public.participation_number_seq', 1, true);
SELECT pg_catalog.setval('public.positions_number_seq', 4, true);
SELECT pg_catalog.setval('public.questions_number_seq', 2, true);
SELECT pg_catalog.setval('public.rulings_number_seq', 6, true);
SELECT pg_catalog.setval('public.statements_number_seq', 5, true);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_id_key UNIQUE (id);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.bands
    ADD CONSTRAINT bands_pkey PRIMARY KEY (band, article);
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_article_local_key UNIQUE (article, local);
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.event_actors
    ADD CONSTRAINT event_actors_pkey PRIMARY KEY (event, actor, side);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_article_local_key UNIQUE (article, local);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.joins
    ADD CONSTRAINT joins_pkey PRIMARY KEY (article, kind, local);
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_article_local_key UNIQUE (article, local);
ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.question_words
    ADD CONSTRAINT question_words_pkey PRIMARY KEY (question, stem);
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.ruled
    ADD CONSTRAINT ruled_pkey PRIMARY KEY (kind, article, anchor);
ALTER TABLE ONLY public.rulings
    ADD CONSTRAINT rulings_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.speakers
    ADD CONSTRAINT speakers_pkey PRIMARY KEY (statement, actor);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_article_local_key UNIQUE (article, local);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_pkey PRIMARY KEY (number);
CREATE INDEX actors_by_key ON public.actors USING btree (kind, key);
CREATE INDEX articles_by_words ON public.articles USING gin (search);
CREATE INDEX event_actors_by_actor ON public.event_actors USING btree (actor, event);
CREATE INDEX ix_actors_country ON public.actors USING btree (country);
CREATE INDEX ix_actors_folded ON public.actors USING btree (folded);
CREATE INDEX ix_actors_merged_into ON public.actors USING btree (merged_into);
CREATE INDEX ix_actors_wikidata ON public.actors USING btree (wikidata);
CREATE INDEX ix_articles_added ON public.articles USING btree (added);
CREATE INDEX ix_articles_copy_of ON public.articles USING btree (copy_of);
CREATE INDEX ix_articles_published ON public.articles USING btree (published);
CREATE INDEX ix_articles_publisher ON public.articles USING btree (publisher);
CREATE INDEX ix_bands_article ON public.bands USING btree (article);
CREATE INDEX ix_conflicts_article ON public.conflicts USING btree (article);
CREATE INDEX ix_conflicts_first ON public.conflicts USING btree (first);
CREATE INDEX ix_conflicts_made ON public.conflicts USING btree (made);
CREATE INDEX ix_conflicts_question ON public.conflicts USING btree (question);
CREATE INDEX ix_conflicts_second ON public.conflicts USING btree (second);
CREATE INDEX ix_events_article ON public.events USING btree (article);
CREATE INDEX ix_events_made ON public.events USING btree (made);
CREATE INDEX ix_meetings_date ON public.meetings USING btree (date);
CREATE INDEX ix_meetings_key ON public.meetings USING btree (key);
CREATE INDEX ix_meetings_merged_into ON public.meetings USING btree (merged_into);
CREATE INDEX ix_participation_according_to ON public.participation USING btree (according_to);
CREATE INDEX ix_participation_actor ON public.participation USING btree (actor);
CREATE INDEX ix_participation_article ON public.participation USING btree (article);
CREATE INDEX ix_participation_meeting ON public.participation USING btree (meeting);
CREATE INDEX ix_positions_article ON public.positions USING btree (article);
CREATE INDEX ix_positions_made ON public.positions USING btree (made);
CREATE INDEX ix_questions_merged_into ON public.questions USING btree (merged_into);
CREATE INDEX ix_rulings_article ON public.rulings USING btree (article);
CREATE INDEX ix_rulings_undoes ON public.rulings USING btree (undoes);
CREATE INDEX ix_statements_article ON public.statements USING btree (article);
CREATE INDEX ix_statements_made ON public.statements USING btree (made);
CREATE INDEX ix_statements_speaker ON public.statements USING btree (speaker);
CREATE INDEX joins_by_home ON public.joins USING btree (kind, home, article);
CREATE INDEX positions_by_actor ON public.positions USING btree (actor, made);
CREATE INDEX positions_by_question ON public.positions USING btree (question, actor, made);
CREATE INDEX question_words_by_stem ON public.question_words USING btree (stem, question);
CREATE INDEX rulings_by_value ON public.rulings USING btree (kind, article, anchor);
CREATE INDEX speakers_by_actor ON public.speakers USING btree (actor, statement);
CREATE INDEX statements_by_words ON public.statements USING gin (search);
CREATE TRIGGER rulings_stay BEFORE DELETE OR UPDATE ON public.rulings FOR EACH ROW EXECUTE FUNCTION public.rulings_stay();
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.actors(number);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_copy_of_fkey FOREIGN KEY (copy_of) REFERENCES public.articles(number) ON DELETE SET NULL;
ALTER TABLE ONLY public.bands
    ADD CONSTRAINT bands_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_first_fkey FOREIGN KEY (first) REFERENCES public.actors(number);
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_question_fkey FOREIGN KEY (question) REFERENCES public.questions(number);
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_second_fkey FOREIGN KEY (second) REFERENCES public.actors(number);
ALTER TABLE ONLY public.event_actors
    ADD CONSTRAINT event_actors_actor_fkey FOREIGN KEY (actor) REFERENCES public.actors(number);
ALTER TABLE ONLY public.event_actors
    ADD CONSTRAINT event_actors_event_fkey FOREIGN KEY (event) REFERENCES public.events(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.joins
    ADD CONSTRAINT joins_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.meetings(number);
ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_according_to_fkey FOREIGN KEY (according_to) REFERENCES public.actors(number);
ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_actor_fkey FOREIGN KEY (actor) REFERENCES public.actors(number);
ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_meeting_fkey FOREIGN KEY (meeting) REFERENCES public.meetings(number);
ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_actor_fkey FOREIGN KEY (actor) REFERENCES public.actors(number);
ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_question_fkey FOREIGN KEY (question) REFERENCES public.questions(number);
ALTER TABLE ONLY public.question_words
    ADD CONSTRAINT question_words_question_fkey FOREIGN KEY (question) REFERENCES public.questions(number);
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.questions(number);
ALTER TABLE ONLY public.rulings
    ADD CONSTRAINT rulings_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number);
ALTER TABLE ONLY public.rulings
    ADD CONSTRAINT rulings_undoes_fkey FOREIGN KEY (undoes) REFERENCES public.rulings(number);
ALTER TABLE ONLY public.speakers
    ADD CONSTRAINT speakers_actor_fkey FOREIGN KEY (actor) REFERENCES public.actors(number);
ALTER TABLE ONLY public.speakers
    ADD CONSTRAINT speakers_statement_fkey FOREIGN KEY (statement) REFERENCES public.statements(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_article_fkey FOREIGN KEY (article) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_speaker_fkey FOREIGN KEY (speaker) REFERENCES public.actors(number);
