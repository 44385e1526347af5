import type {
  DiagramAnswer,
  DiagramRequest,
  ExportFormat,
  ImplementationRequest,
  ImportProcessAnswer,
  Presence,
  ProcessAnswer,
  ProcessDifferencesAnswer,
  ProcessMapAnswer,
  ProcessVersionsAnswer,
  RestoreProcessRequest,
  SaveProcessAnswer,
  SaveProcessRequest,
} from '../../shared/api/process-contract.ts';
import type { DocumentLinksAnswer, DocumentRegisterAnswer } from '../../shared/api/document-contract.ts';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { FailureCode } from '../../shared/errors.ts';
import type { HitGrade } from '../../shared/intake/rank-by-words.ts';
import type { Caller, Outcome } from '../records/records-service.ts';

/** A file that cannot be taken in, beside what every call may be refused for. */
export type FileOutcome<Value> = Outcome<Value> | { readonly kind: 'fileRefused'; readonly why: FailureCode };

export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What can be asked for by some words of it. */
export type PublishedKind = 'process' | 'governingDocument';

export interface PublishedHit {
  readonly record: RecordAnswer;
  readonly grade: HitGrade;
  /** Of a process its activities; of a document the activities that follow it. */
  readonly steps: number;
}

/** A process with its activities and its BPMN file as one (`process-contract.ts`). Single records go by `RecordsService`. */
export interface ProcessService {
  map(caller: Caller): Promise<Outcome<ProcessMapAnswer>>;
  /** What is published and the caller may read, by words of it; best first. */
  find(caller: Caller, kind: PublishedKind, words: string): Promise<Outcome<readonly PublishedHit[]>>;
  get(caller: Caller, id: string, version?: number): Promise<Outcome<ProcessAnswer>>;
  diagram(caller: Caller, id: string, version?: number): Promise<Outcome<DiagramAnswer>>;
  preview(caller: Caller, id: string, request: DiagramRequest): Promise<FileOutcome<DiagramAnswer>>;
  save(caller: Caller, id: string, request: SaveProcessRequest): Promise<FileOutcome<SaveProcessAnswer>>;
  restore(caller: Caller, id: string, request: RestoreProcessRequest): Promise<FileOutcome<SaveProcessAnswer>>;
  versions(caller: Caller, id: string): Promise<Outcome<ProcessVersionsAnswer>>;
  differences(caller: Caller, id: string, from: number, to: number): Promise<Outcome<ProcessDifferencesAnswer>>;
  readImport(
    caller: Caller,
    id: string,
    bytes: Uint8Array,
    answers?: Readonly<Record<string, string>>,
  ): Promise<FileOutcome<ImportProcessAnswer>>;
  export(caller: Caller, id: string, format: ExportFormat): Promise<Outcome<ExportedFile>>;
  present(caller: Caller, id: string, editing: boolean): Promise<Outcome<readonly Presence[]>>;
  leave(caller: Caller, id: string): Promise<void>;
  /** The register of governing documents. */
  documents(caller: Caller): Promise<Outcome<DocumentRegisterAnswer>>;
  documentLinks(caller: Caller, id: string): Promise<Outcome<DocumentLinksAnswer>>;
  markDocument(caller: Caller, id: string, request: ImplementationRequest): Promise<Outcome<RecordAnswer>>;
}
