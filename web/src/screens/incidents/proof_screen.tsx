// The proof of an incident or a window as a page of its own, for a printer or a PDF.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { incidentQuery, windowQuery } from '@/app/shared_queries';
import { proofQuery, windowProofQuery } from './data';
import { useNoticeNames, useWindowNoticeNames } from './notice_names';
import { ProofPrint } from './proof_print';

const incidentRoute = getRouteApi('/inside/incidents/$id/proof');
const windowRoute = getRouteApi('/inside/windows/$id/proof');

export function IncidentProofScreen() {
  const { id } = incidentRoute.useParams();
  const incident = useQuery(incidentQuery(id)).data;
  const noticeName = useNoticeNames(id);
  return (
    <ProofPrint
      title={incident?.title}
      query={proofQuery(id)}
      csv={`/api/v1/incidents/${id}/proof.csv`}
      noticeName={noticeName}
    />
  );
}

export function WindowProofScreen() {
  const { id } = windowRoute.useParams();
  const window = useQuery(windowQuery(id)).data;
  const noticeName = useWindowNoticeNames(id);
  return (
    <ProofPrint
      title={window?.title}
      query={windowProofQuery(id)}
      csv={`/api/v1/windows/${id}/proof.csv`}
      noticeName={noticeName}
    />
  );
}
