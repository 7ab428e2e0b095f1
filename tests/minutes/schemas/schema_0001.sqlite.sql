CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE actors (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	country TEXT, 
	wikidata TEXT, 
	"key" TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	merged_into INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(merged_into) REFERENCES actors (number)
);
CREATE INDEX actors_by_key ON actors (kind, "key");
CREATE INDEX ix_actors_country ON actors (country);
CREATE INDEX ix_actors_folded ON actors (folded);
CREATE INDEX ix_actors_merged_into ON actors (merged_into);
CREATE INDEX ix_actors_wikidata ON actors (wikidata);
CREATE TABLE articles (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	url TEXT, 
	headline TEXT, 
	publisher TEXT, 
	published TEXT, 
	language TEXT, 
	text TEXT NOT NULL, 
	added TEXT NOT NULL, 
	version TEXT NOT NULL, 
	model TEXT NOT NULL, 
	record BLOB NOT NULL, 
	copy_of INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(copy_of) REFERENCES articles (number) ON DELETE SET NULL, 
	UNIQUE (id)
);
CREATE INDEX ix_articles_added ON articles (added);
CREATE INDEX ix_articles_copy_of ON articles (copy_of);
CREATE INDEX ix_articles_published ON articles (published);
CREATE INDEX ix_articles_publisher ON articles (publisher);
CREATE TABLE meetings (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	date TEXT, 
	place TEXT, 
	"key" TEXT NOT NULL, 
	merged_into INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(merged_into) REFERENCES meetings (number)
);
CREATE INDEX ix_meetings_date ON meetings (date);
CREATE INDEX ix_meetings_key ON meetings ("key");
CREATE INDEX ix_meetings_merged_into ON meetings (merged_into);
CREATE TABLE questions (
	number INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	merged_into INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(merged_into) REFERENCES questions (number)
);
CREATE INDEX ix_questions_merged_into ON questions (merged_into);
CREATE TABLE ruled (
	kind TEXT NOT NULL, 
	article INTEGER NOT NULL, 
	anchor TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	"values" JSON NOT NULL, 
	"by" TEXT NOT NULL, 
	disputed BOOLEAN NOT NULL, 
	PRIMARY KEY (kind, article, anchor)
);
CREATE TABLE bands (
	band TEXT NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (band, article), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE
);
CREATE INDEX ix_bands_article ON bands (article);
CREATE TABLE conflicts (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	local TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	first INTEGER NOT NULL, 
	second INTEGER NOT NULL, 
	question INTEGER, 
	made TEXT, 
	evidence JSON NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	FOREIGN KEY(first) REFERENCES actors (number), 
	FOREIGN KEY(question) REFERENCES questions (number), 
	FOREIGN KEY(second) REFERENCES actors (number), 
	UNIQUE (article, local)
);
CREATE INDEX ix_conflicts_article ON conflicts (article);
CREATE INDEX ix_conflicts_first ON conflicts (first);
CREATE INDEX ix_conflicts_made ON conflicts (made);
CREATE INDEX ix_conflicts_question ON conflicts (question);
CREATE INDEX ix_conflicts_second ON conflicts (second);
CREATE TABLE events (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	local TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	class TEXT NOT NULL, 
	mode TEXT, 
	made TEXT, 
	spans JSON NOT NULL, 
	evidence JSON NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	UNIQUE (article, local)
);
CREATE INDEX ix_events_article ON events (article);
CREATE INDEX ix_events_made ON events (made);
CREATE TABLE joins (
	article INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	local TEXT NOT NULL, 
	home INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	details JSON NOT NULL, 
	PRIMARY KEY (article, kind, local), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE
);
CREATE INDEX joins_by_home ON joins (kind, home, article);
CREATE TABLE participation (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	local TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	meeting INTEGER NOT NULL, 
	actor INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	status TEXT NOT NULL, 
	according_to INTEGER, 
	made TEXT, 
	evidence JSON NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(according_to) REFERENCES actors (number), 
	FOREIGN KEY(actor) REFERENCES actors (number), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	FOREIGN KEY(meeting) REFERENCES meetings (number)
);
CREATE INDEX ix_participation_according_to ON participation (according_to);
CREATE INDEX ix_participation_actor ON participation (actor);
CREATE INDEX ix_participation_article ON participation (article);
CREATE INDEX ix_participation_meeting ON participation (meeting);
CREATE TABLE positions (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	local TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	actor INTEGER NOT NULL, 
	question INTEGER NOT NULL, 
	stance TEXT NOT NULL, 
	condition TEXT, 
	made TEXT, 
	evidence JSON NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(actor) REFERENCES actors (number), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	FOREIGN KEY(question) REFERENCES questions (number), 
	UNIQUE (article, local)
);
CREATE INDEX ix_positions_article ON positions (article);
CREATE INDEX ix_positions_made ON positions (made);
CREATE INDEX positions_by_actor ON positions (actor, made);
CREATE INDEX positions_by_question ON positions (question, actor, made);
CREATE TABLE question_words (
	question INTEGER NOT NULL, 
	stem TEXT NOT NULL, 
	label BOOLEAN NOT NULL, 
	PRIMARY KEY (question, stem), 
	FOREIGN KEY(question) REFERENCES questions (number)
);
CREATE INDEX question_words_by_stem ON question_words (stem, question);
CREATE TABLE rulings (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	article INTEGER, 
	anchor TEXT NOT NULL, 
	"values" JSON NOT NULL, 
	machine JSON NOT NULL, 
	why TEXT, 
	final BOOLEAN NOT NULL, 
	undoes INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (number), 
	FOREIGN KEY(undoes) REFERENCES rulings (number)
);
CREATE INDEX ix_rulings_article ON rulings (article);
CREATE INDEX ix_rulings_undoes ON rulings (undoes);
CREATE INDEX rulings_by_value ON rulings (kind, article, anchor);
CREATE TABLE statements (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	local TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	speaker INTEGER, 
	quotation TEXT NOT NULL, 
	act TEXT NOT NULL, 
	denied BOOLEAN NOT NULL, 
	anonymous BOOLEAN NOT NULL, 
	made TEXT, 
	words TEXT NOT NULL, 
	spans JSON NOT NULL, 
	details JSON NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	FOREIGN KEY(speaker) REFERENCES actors (number), 
	UNIQUE (article, local)
);
CREATE INDEX ix_statements_article ON statements (article);
CREATE INDEX ix_statements_made ON statements (made);
CREATE INDEX ix_statements_speaker ON statements (speaker);
CREATE TABLE event_actors (
	event INTEGER NOT NULL, 
	actor INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	PRIMARY KEY (event, actor, side), 
	FOREIGN KEY(actor) REFERENCES actors (number), 
	FOREIGN KEY(event) REFERENCES events (number) ON DELETE CASCADE
);
CREATE INDEX event_actors_by_actor ON event_actors (actor, event);
CREATE TABLE speakers (
	statement INTEGER NOT NULL, 
	actor INTEGER NOT NULL, 
	PRIMARY KEY (statement, actor), 
	FOREIGN KEY(actor) REFERENCES actors (number), 
	FOREIGN KEY(statement) REFERENCES statements (number) ON DELETE CASCADE
);
CREATE INDEX speakers_by_actor ON speakers (actor, statement);
CREATE VIRTUAL TABLE articles_search USING fts5(headline, text, content='articles', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statements_search USING fts5(words, content='statements', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER articles_in AFTER INSERT ON articles BEGIN INSERT INTO articles_search(rowid, headline, text) VALUES (new.number, new.headline, new.text); END;
CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN INSERT INTO articles_search(articles_search, rowid, headline, text) VALUES ('delete', old.number, old.headline, old.text); END;
CREATE TRIGGER articles_new AFTER UPDATE OF headline, text ON articles BEGIN INSERT INTO articles_search(articles_search, rowid, headline, text) VALUES ('delete', old.number, old.headline, old.text); INSERT INTO articles_search(rowid, headline, text) VALUES (new.number, new.headline, new.text); END;
CREATE TRIGGER statements_in AFTER INSERT ON statements BEGIN INSERT INTO statements_search(rowid, words) VALUES (new.number, new.words); END;
CREATE TRIGGER statements_out AFTER DELETE ON statements BEGIN INSERT INTO statements_search(statements_search, rowid, words) VALUES ('delete', old.number, old.words); END;
CREATE TRIGGER rulings_stay BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings are only added to'); END;
CREATE TRIGGER rulings_kept BEFORE DELETE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings are only added to'); END;
INSERT INTO "actors" VALUES(1,'Norland','state','NO',NULL,'NO','norland',NULL);
INSERT INTO "actors" VALUES(2,'Sudmark','state','SM',NULL,'SM','sudmark',NULL);
INSERT INTO "actors" VALUES(3,'Lena Okafor','person','NO',NULL,'okafor','lena okafor',1);
INSERT INTO "alembic_version" VALUES('0001');
INSERT INTO "articles" VALUES(1,'58bb9d47707d8216',NULL,NULL,'Gazette','2026-03-04','en','Norland pays. Sudmark refuses to pay. Sudmark expelled the envoy.','2026-11-25T19:51:46Z','1.0','model-a',X'789CCD544D8FDA3010FD2B91CF80924081ED6DB5AAAA1EBABB15BD21B472E281B570ECD41FEC52B4FFBD1E1B930095B6EAA5BDC5E3C9BC376FDEF84076A02B2A807CCC8A4146345006DA1F0E7861B892FE9B14A39CF8CB463110780E1F434ADE7C906ACBEBF0FF817086B71FE65575C326B3593E63F3B298E2AF4EE38FD209E10FCF1E4470095DA47595E0E6392093CFF427580BA4170F75CBBC9C0EF3F1309FE095A072E3E8068B109018B1F06AF174AFB4BF64594BF766942D1C6BA8DE661AD6CE80C9ACC28B2E0EAF2D08012CB3CF9081DCA9FD28F6555BA58DAFB74C7DDD16882269033D140C6DB90C09C6D248BB564E5ABD0F690F1850EB35AF21545BF9E30BDF72462DED0468405A2F76CCF0F027CC711FF3C8F93DCCC5D7BFC0C49C500CC3677D2F42DFA605BA8D038A42D4EA183A41FC70CA17387A86710DB52551490C5063C07B6517D832903C4C754D85012CAF9CAE2155AA5DF7A9A4F58CF0B8CC075951AE30BAE3342550C634F8DA5DABAAAEE9D1BAA955EFEAEE5473DB25736978FF522AFBE431D75C37C09EAAFD09462AB96F94333DD221CFB71288FB25E90D6E515E8A36FE47A2159341369EFECFAA4519C09CDC9844FC56C44DAFE2B3831B5A69CE36E0B758882053A55C68134D194DDC2AC3AF2A3D1624ED74E7E084D941F90588B488716DABB48D33938CDB336560776A6089FBB1BA6C2B1FDDF4CCF0589EA38FDF43571EDCC01F8197BF039F05251A00CBE5E63434D85DAEF6A7B8C9C2DB2C98F6F6FEEEFB9787FBF4D887B715DF477266366C00EB59AA37D0A97FE518D3D23885E5783EC8A693D5EA82FD15F3E4066A2DB78E757EC32CC1EB73F67745FF254C73C75805F60540266A832C51BE16BDCF27CD32CA1AED54292E40B7029FD923196FF623B3B75F92622D51',NULL);
INSERT INTO "articles" VALUES(2,'e814f28eb87a1bf7',NULL,NULL,'Gazette','2026-03-04','en','Norland has accepted at the fee talks, the host said. ','2026-11-25T19:51:46Z','1.0','model-a',X'789C8553B18EDB300CFD154373727072875ED0ADD34DED0D1D8343404B7442449672129D360DF2EFA5E8384E86A28007F1897A241F9FCFE688A9018FE66BB598552621384C129CCB45A618E46C164FB591CB2E3AF425D6C31CCC4540484C56DF9F0DB9728BABC54BBB5C61B37A8545D3BE96A77D2A0F43EFBD043B29E229E0841CFAC653DE6965F3067F9019CD1DAEBCCB7AF9655E3FCFEB9772E5216C7BD8A2560C0561FCCD25FA11935CBA6A07B9026BF1C0E82AE08A7758B5881583DFE79986BB98B9CA40EEA91A86B11C531692F538CCB745A10ED0E11D7581F6143421330CBDDAD8074E274D7B2F406C5BB2A86C1F12FEA23D396098A6EE30B0283C645C4A8E9215F8A1879FDA433E20EC078586A66CBC42B7129F7D1482EBD21C25B46C86A90A0039A32CEBA8DD3A0CA4B2B6E03316FAD8278B2393EDA7630C2C1D95705DCFAA65FD51D023C19800CE2514EE69D4682D5CBD338E2AB69A224B3C2553C8747F19226FA4664BA943B7694EB73221865317FB7CD7B4E6C928DAB8B8F432A88079D2B5B828667A003A44A6B07D10F9FBC3A207AFA4749A1CA3AA955DDFAC289F3E3A78D006CC7BF6D18C6BFCC79E4BBEFE33741857253DA8F1A6D5A6A87F94687314A970E4D4D9CDE8E961B5362627B36C38FE5F423CDEC45A175789E92E033E5A4E856626EEDDB4A142E5C94E194D248F49C6E69B4BA4E4F5C1E52FA86B53EF',NULL);
INSERT INTO "articles" VALUES(3,'650cf1c14c6d058c',NULL,NULL,'Gazette','2026-04-01','en','Sudmark pays now.','2026-11-25T19:51:46Z','1.0','model-a',X'789C9D534B6FDB300CFE2B86CE4D60676D50ECB6D32EDBBAA1C7202868894E88D892A747BA2CC87F1F253FE476B75E0CF1E3E3233FD25771465B438BE27351DD15C22228B46C5CA3C391D1FC16D5BA14ECEC8CC236DAE9B102716310AC2799F2AF8254F46E1F4AD954B2BA975B553E3CCA981A6C4CD4A16DD93832494B1A33D287BA25774CCCE22BFC45EF512CF05477536EB6ABF27E5556D1D5823E0438C4220275443CFEF1D17A0EAA037B2A7AB8B8429BD7F5D0A7F4C63AF6EFA63EBF7C8A591A3A5C6445E8443A05380F431BD204EDED25857D8F80691A9298AAEDD97CA51329F09007EA507B166F8860FA9973B3E4FC861A8AA71334C62E797B56DEE877C43F9E3E401C63D214117E33FC7312D1F508A741F5410D694668A6F81D0C17180F419145E9C5206704C039E403382799146A4AAB6AA07518CB9B60254E9564C84FA33D7714CD5D7957549B7D44CF0453002865916BE7518D9430DEE3342A9F6AB624F91C4CDAD1D2A98D7F61CE866C87EAA5BECC34DAE84B67825B349DE27894D4385FFE6D5001DDACEBA4E1AFF110EBE1AFF0472C8E74E02B2E1AB4F6C2DF240BD426F8BC8FDE38FAAFD4CF4A4C379A973191662EDEE5D097303DD7198F532BF26F94C1F33CC02E6E7AFF7EAC72FD987AE9103DE9C3AC1B9EA73B49EA784F3EA82C6BACD192CC11B5A1166DDFC6FF648458EA31E1F60F85115269',NULL);
INSERT INTO "conflicts" VALUES(1,1,'C1','position: Norland / Sudmark on the bridge toll','position',1,2,1,'2026-03-04','[["S1"], ["S2"]]');
INSERT INTO "event_actors" VALUES(1,1,'target');
INSERT INTO "event_actors" VALUES(1,2,'source');
INSERT INTO "events" VALUES(1,1,'E1','38-64','SANCTION','expel',NULL,'[[38, 64]]','[]',1.0);
INSERT INTO "joins" VALUES(1,'actor','A1',1,'Norland','first seen here','{"kind": "state", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO "joins" VALUES(1,'actor','A3',2,'Sudmark','first seen here','{"kind": "state", "country": "SM", "offices": [], "mentions": []}');
INSERT INTO "joins" VALUES(1,'question','Q1',1,'the bridge toll','first seen here','{"about": [1]}');
INSERT INTO "joins" VALUES(2,'actor','A1',1,'Norland','same state','{"kind": "state", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO "joins" VALUES(2,'meeting','M1',1,'the ferry fee talks','first seen here','{"date": "2026-06-01", "place": "Oslo", "state": null, "mentions": []}');
INSERT INTO "joins" VALUES(3,'actor','A3',2,'Sudmark','same state','{"kind": "state", "country": "SM", "offices": [], "mentions": []}');
INSERT INTO "joins" VALUES(3,'actor','A2',1,'Lena Okafor','merged by a ruling with actor 3','{"kind": "person", "country": "NO", "offices": [], "mentions": []}');
INSERT INTO "joins" VALUES(3,'question','Q1',2,'the higher ferry fee','first seen here','{"about": []}');
INSERT INTO "meetings" VALUES(1,'the ferry fee talks','2026-06-01','Oslo','fee ferri talk',NULL);
INSERT INTO "participation" VALUES(1,2,'M1','Norland, invitee in the ferry fee talks',1,1,'invitee','accepted',NULL,'2026-03-04','["S1"]');
INSERT INTO "positions" VALUES(1,1,'P1','Norland on the bridge toll',1,1,'support',NULL,'2026-03-04','["S1"]',0.9);
INSERT INTO "positions" VALUES(2,1,'P2','Sudmark on the bridge toll',2,1,'oppose',NULL,'2026-03-04','["S2"]',0.7);
INSERT INTO "positions" VALUES(3,3,'P1','Sudmark on the higher ferry fee',2,2,'oppose',NULL,'2026-04-01','["S1"]',0.8);
INSERT INTO "question_words" VALUES(1,'bridg',1);
INSERT INTO "question_words" VALUES(1,'toll',1);
INSERT INTO "question_words" VALUES(1,'no',0);
INSERT INTO "question_words" VALUES(1,'norland',0);
INSERT INTO "question_words" VALUES(2,'fee',1);
INSERT INTO "question_words" VALUES(2,'ferri',1);
INSERT INTO "question_words" VALUES(2,'higher',1);
INSERT INTO "questions" VALUES(1,'the bridge toll',NULL);
INSERT INTO "questions" VALUES(2,'the higher ferry fee',NULL);
INSERT INTO "ruled" VALUES('position',1,'Sudmark on the bridge toll','amend','{"stance": "neutral"}','ann',0);
INSERT INTO "ruled" VALUES('statement',1,'0-12','amend','{"speaker": "Mara Lind", "spans": {"content": [[0, 7]]}}','ann',0);
INSERT INTO "ruled" VALUES('statement',1,'14-36','reject','{}','bob',0);
INSERT INTO "rulings" VALUES(1,'2026-11-25T19:51:46Z','ann','amend','position',1,'Sudmark on the bridge toll','{"stance": "neutral"}','{"stance": "oppose", "condition": null}','he only asked',0,NULL);
INSERT INTO "rulings" VALUES(2,'2026-11-25T19:51:46Z','ann','amend','statement',1,'0-12','{"speaker": "Mara Lind", "spans": {"content": [[0, 7]]}}','{"speaker": 1, "spans": {"source": [], "cue": [], "content": [[0, 12]]}, "quotation": "direct", "act": "assertive", "denied": false}',NULL,0,NULL);
INSERT INTO "rulings" VALUES(3,'2026-11-25T19:51:46Z','bob','reject','statement',1,'14-36','{}','{"speaker": 2, "spans": {"source": [], "cue": [], "content": [[14, 36]]}, "quotation": "direct", "act": "assertive", "denied": false}',NULL,0,NULL);
INSERT INTO "rulings" VALUES(4,'2026-11-25T19:51:46Z','bob','reject','position',1,'Norland on the bridge toll','{}','{"stance": "support", "condition": null}',NULL,0,NULL);
INSERT INTO "rulings" VALUES(5,'2026-11-25T19:51:46Z','bob','undo','position',1,'Norland on the bridge toll','{}','{}',NULL,0,4);
INSERT INTO "rulings" VALUES(6,'2026-11-25T19:51:46Z','ann','merge','actor',NULL,'1 3','{"into": 1, "from": 3, "moved": [[3, "A2"]]}','{}',NULL,0,NULL);
INSERT INTO "speakers" VALUES(1,1);
INSERT INTO "speakers" VALUES(2,2);
INSERT INTO "speakers" VALUES(3,1);
INSERT INTO "speakers" VALUES(4,2);
INSERT INTO "statements" VALUES(1,1,'S1','0-12',1,'direct','assertive',0,0,'2026-03-04','Norland pays','{"source": [], "cue": [], "content": [[0, 12]]}','{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}',1.0);
INSERT INTO "statements" VALUES(2,1,'S2','14-36',2,'direct','assertive',0,0,'2026-03-04','Sudmark refuses to pay','{"source": [], "cue": [], "content": [[14, 36]]}','{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}',1.0);
INSERT INTO "statements" VALUES(3,2,'S1','0-20',1,'direct','assertive',0,0,'2026-03-04','Norland has accepted','{"source": [], "cue": [], "content": [[0, 20]]}','{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}',1.0);
INSERT INTO "statements" VALUES(4,3,'S1','0-12',2,'direct','assertive',0,0,'2026-04-01','Sudmark pays','{"source": [], "cue": [], "content": [[0, 12]]}','{"via": [], "addressees": [], "occasion": null, "cites": [], "inside": null, "not_confirmed_by": []}',1.0);
PRAGMA application_id=1447185477;
